/** Weight and top mark of each graded field (AgentLaboratory, agents.py, read at 123444b). */
export const reviewWeights = {
  overall: { weight: 1.0, top: 10 },
  contribution: { weight: 0.4, top: 4 },
  presentation: { weight: 0.2, top: 4 },
  soundness: { weight: 0.1, top: 4 },
  confidence: { weight: 0.1, top: 5 },
  originality: { weight: 0.1, top: 4 },
  significance: { weight: 0.1, top: 4 },
  clarity: { weight: 0.1, top: 4 },
  quality: { weight: 0.1, top: 4 },
} as const
