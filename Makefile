# The lab in containers. `make` alone lists what can be done; docs/docker.md says more.
#
#   WITH=gpu           Ollama on NVIDIA's GPUs. Set by itself where Docker knows NVIDIA's toolkit; WITH= for none.
#   WITH=ollama-port   Ollama at http://localhost:11434 too. Both: WITH="gpu ollama-port"
#   URL=…              another server for api_call and run-godot

WITH ?= $(shell docker info --format '{{json .Runtimes}}' 2>/dev/null | grep -q nvidia && echo gpu)
# Compose reads this one by itself, but not beside files that are named.
override = $(firstword $(wildcard docker-compose.override.yml docker-compose.override.yaml))
known = $(filter-out override,$(patsubst docker-compose.%.yml,%,$(sort $(wildcard docker-compose.*.yml))))
checked = $(foreach one,$(WITH),$(if $(filter $(one),$(known)),$(one),$(error there is no WITH=$(one); there is: $(known))))
files = $(if $(strip $(WITH)),-f docker-compose.yml $(foreach one,$(checked),-f docker-compose.$(one).yml) $(addprefix -f ,$(override)))
compose = docker compose

# What is set in the environment goes before .env, as it does for Docker. The token is read when it is needed, and is on no command line.
setting = $$(sed -n 's/^$(1)=//p' .env 2>/dev/null | tail -n 1)
port = $(or $(GAL_PORT),$(shell sed -n 's/^GAL_PORT=//p' .env 2>/dev/null | tail -n 1),8765)
token = $${GAL_TOKEN:-$(call setting,GAL_TOKEN)}
URL ?= http://localhost:$(port)

.DEFAULT_GOAL := help
.PHONY: help up down rebuild logs url doctor gpu run-godot api_call reset-models

help: ## list what can be done
	@sed -n 's/^\([a-z_-]*\):.*## \(.*\)/\1|\2/p' Makefile | while IFS='|' read -r name what; do printf '  make %-13s %s\n' "$$name" "$$what"; done

up: .env ## start everything; the first time the model is pulled, which takes minutes
	$(compose) $(files) up --build --detach ollama
	@$(compose) logs --follow --no-log-prefix --since 1m ollama & logs=$$!; \
	$(compose) $(files) up --build --detach --wait lab; status=$$?; \
	kill $$logs 2>/dev/null; exit $$status
	@$(MAKE) --no-print-directory url

down: ## stop everything; runs and models are kept
	$(compose) down

rebuild: .env ## build anew from nothing, and start
	$(compose) build --pull --no-cache lab
	@$(MAKE) --no-print-directory up

logs: ## follow what the containers say
	$(compose) logs --follow

url: ## print the address to open
	@token="$(token)"; \
	if [ -n "$$token" ]; then echo "$(URL)/?token=$$token"; else echo 'No token in .env: docker compose logs lab shows the address.'; fi

doctor: ## try what the lab can do in its container
	$(compose) exec lab gal doctor

gpu: ## show whether the model is on a GPU
	$(compose) exec ollama ollama ps
	-$(compose) exec ollama nvidia-smi

run-godot: ## open the laboratory in Godot (needs Node and Godot on this machine)
	@GAL_TOKEN="$(token)" npx gal view --url $(URL)

api_call: ## ask the running server for a text (needs curl)
	@printf 'header = "Authorization: Bearer %s"\n' "$(token)" | \
	curl --config - --silent --show-error --fail-with-body --max-time 600 --header 'Content-Type: application/json' \
	  --data '{"prompt":"Say hello in five words.","num_predict":40}' $(URL)/api/text && echo

reset-models: ## delete all models and pull the model again
	$(compose) down
	docker volume rm --force gal_ollama_models
	@$(MAKE) --no-print-directory up

.env:
	@umask 077; token="$$(od -An -N32 -tx1 /dev/urandom | tr -d ' \n')"; sed "s/^GAL_TOKEN=.*/GAL_TOKEN=$$token/" .env.example >$@
	@echo 'Wrote .env, with a token of its own.'
