/**
 * About how many tokens a text is: pieces as the first step of GPT-2's tokenizer cuts them (Radford et al. 2019), which later
 * tokenizers share. The share of two such counts hardly depends on whose tokenizer it is.
 */
export const countTokens = (text: string): number =>
  text.match(/'(?:[sdmt]|ll|ve|re)| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+/gu)?.length ?? 0
