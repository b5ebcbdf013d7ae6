/** The table of all error codes, made from the catalogue. The project must be built. */
export async function errorTable() {
  const { CATALOGUE } = await import('@blit/core')
  const rows = Object.entries(CATALOGUE).map(
    ([code, { exit, hint = '', fatal, retry }]) =>
      `| \`${code}\` | ${exit} | ${[fatal && 'ends the run', retry && 'tried again'].filter(Boolean).join(', ')} | ${hint} |`,
  )
  return ['| code | exit | | the usual hint |', '| --- | --- | --- | --- |', ...rows].join('\n')
}
