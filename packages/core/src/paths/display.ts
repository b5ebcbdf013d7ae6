// C0, DEL, C1, line and paragraph separators, bidi controls and marks, the byte order mark, any surrogate.
const SUSPECT =
  /[\u0000-\u001F\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]|[\uD800-\uDFFF]/u

const SUSPECTS = new RegExp(SUSPECT.source, 'gu')

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/**
 * A byte string as it may be printed: one line that cannot move the cursor, change colours or reorder what
 * is around it (S21). Bytes that are not UTF-8 and C0 controls become `\xNN`, other controls and bidi marks
 * `\uNNNN`. For the eye only: a name that holds a backslash can look like an escaped one.
 */
export function displayPath(text: string): string {
  return SUSPECT.test(text) ? text.replaceAll(SUSPECTS, escapeOne) : text
}

function escapeOne(character: string): string {
  const short = SHORT[character]
  if (short !== undefined) return short
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return `\\x${hex(code, 2)}`
  if (code >= 0xdc_80 && code <= 0xdc_ff) return `\\x${hex(code - 0xdc_00, 2)}`
  return `\\u${hex(code, 4)}`
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0')
}
