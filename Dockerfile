# gal in a container: docs/docker.md. The same Node as a clone brings, on the Debian that the tests run on.

# The page in the browser is made by development tools, which the image does not carry.
FROM node:24.21.0-bookworm-slim AS web
WORKDIR /gal
COPY package.json package-lock.json .npmrc ./
RUN npm ci --ignore-scripts --workspaces=false
COPY tsconfig.json ./
COPY tools tools
COPY src src
COPY web web
RUN npm run build:web && test -f web/dist/index.html

FROM node:24.21.0-bookworm-slim

# bubblewrap holds the programs that models write; they are in Python, and may use what is named here, from Debian.
ARG PYTHON_PACKAGES="python3-numpy"
# hadolint ignore=DL3008
RUN apt-get update \
  && apt-get install --yes --no-install-recommends bubblewrap python3 $PYTHON_PACKAGES \
  && rm -rf /var/lib/apt/lists/*

WORKDIR /gal
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts --workspaces=false \
  && npm cache clean --force
COPY bin bin
COPY src src
COPY prompts prompts
COPY --from=web /gal/web/dist web/dist
COPY docker/gal-entry.sh docker/
# Files keep the rights that they have in the checkout, which may be for its owner alone.
RUN chmod -R go+rX bin docker prompts src web \
  && ln -s /gal/bin/gal.js /usr/local/bin/gal \
  && mkdir -p /lab/runs \
  && chown -R node:node /lab

# The root of the container can be read-only: runs are a volume, everything else that is written is for a while.
ENV NODE_ENV=production HOME=/tmp XDG_CACHE_HOME=/tmp/cache WS_PORT=8765
WORKDIR /lab
USER node
EXPOSE 8765
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.WS_PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["/bin/sh", "/gal/docker/gal-entry.sh"]
CMD ["serve"]
