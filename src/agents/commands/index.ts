import { addPaper } from './add-paper.ts'
import { askPerson } from './ask-person.ts'
import { finishReport, revisePlan } from './decide.ts'
import { dialogue } from './dialogue.ts'
import { editProgram } from './edit-program.ts'
import { editSection } from './edit-section.ts'
import { interpretation } from './interpretation.ts'
import { noteEffect } from './note-effect.ts'
import { outline } from './outline.ts'
import { patchProgram } from './patch-program.ts'
import { plan } from './plan.ts'
import { readPaper } from './read-paper.ts'
import { reflect } from './reflect.ts'
import { review, scoreReport } from './review.ts'
import { runCode } from './run-code.ts'
import { scoreProgram } from './score-program.ts'
import { searchDatasets } from './search-datasets.ts'
import { searchPapers } from './search-papers.ts'
import { submitCode } from './submit-code.ts'
import { takeDataset } from './take-dataset.ts'
import { writeProgram } from './write-program.ts'
import { writeReadme } from './write-readme.ts'
import { writeSection } from './write-section.ts'

/** Every command that a role can give, for the reference page and the tests. */
export const commands = [
  searchPapers(5),
  readPaper,
  addPaper,
  dialogue,
  plan,
  outline,
  searchDatasets,
  runCode,
  submitCode,
  takeDataset,
  writeProgram,
  editProgram,
  patchProgram,
  scoreProgram,
  reflect,
  noteEffect,
  interpretation,
  writeSection,
  editSection,
  scoreReport,
  writeReadme,
  review,
  finishReport,
  revisePlan,
  askPerson,
] as const
