/** Who did it, on the log. */
export const by = 'ag-ui'
