/** Words as a reader counts them: runs between white space that hold a letter or a digit. */
export function countWords(text: string): number {
  let count = 0, counted = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (isSpace(code)) counted = false;
    else if (!counted && isLetterOrDigit(code)) {
      count++;
      counted = true;
    }
  }
  return count;
}

const isSpace = (code: number) => code <= 32 || code === 0xa0 || (code > 0xff && /\s/.test(String.fromCharCode(code)));

const isLetterOrDigit = (code: number) => code < 128
  ? (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
  : /[\p{L}\p{N}]/u.test(String.fromCharCode(code));
