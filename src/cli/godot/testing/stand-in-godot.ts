import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What the stand-in was called with, one call a line; the last word is the token that it was told. */
export type Calls = () => string[]

/**
 * A program that passes for Godot: it tells this version, makes of an import what Godot makes, and notes how it was called.
 * @param at the program's file; made with its folder  @param then what the shell does when the viewer is opened
 */
export const standInGodot = (at: string, version = '4.6.0.stand-in', then = 'exit 0'): Calls => {
  const notes = `${at}.calls`
  mkdirSync(dirname(at), { recursive: true })
  const script = `#!/bin/sh
case "$*" in *--version*) echo "${version}"; exit 0;; esac
echo "$* token=$GAL_TOKEN" >>"${notes}"
case "$*" in *--import*) mkdir -p "$3/.godot"; : >"$3/.godot/global_script_class_cache.cfg"; exit 0;; esac
${then}
`
  writeFileSync(at, script, { mode: 0o755 })
  return () => readFileSync(notes, 'utf8').trim().split('\n')
}

/** As much of a project as an import needs. */
export const standInProject = (folder: string): string => {
  mkdirSync(join(folder, 'tests'), { recursive: true })
  writeFileSync(join(folder, 'project.godot'), 'config_version=5\n')
  writeFileSync(join(folder, 'tests/test_nothing.gd'), 'extends Node\n')
  return folder
}
