/** English words that tell nothing about a paper's subject, question words of a research topic among them. */
export const stopWords: ReadonlySet<string> = new Set(
  `a about across after all also am an and any are as at be because been before being between both but by can could did do does
  doing done during each effect effects few for from further get had has have having help helps how i if in into is it its itself
  just less make makes many may me might more most much must my need needs no nor not of off on once one only or other our out over own per same she
  should so some such than that the their them then there these they this those through to too two under until up upon use used
  uses using very via was we were what when where which while who whom whose why will with within without would you your`.split(/\s+/),
)
