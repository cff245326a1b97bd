/** Bytes of a source → its text. */
import * as l10n from './l10n';

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | {
      readonly ok: false;
      readonly code: 'not-utf8' | 'binary';
      readonly message: string;
    };

/** A NUL among the first bytes means that the file is no text. */
const BINARY_PROBE = 8192;

/**
 * Decodes UTF-8 strictly: a wrong byte is a problem, never a replacement character. A leading byte-order mark is dropped.
 * @returns the text, or a problem with the place of the first wrong byte in its message
 */
export function decodeSource(bytes: Uint8Array): Decoded {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return { ok: false, code: 'not-utf8', message: l10n.t('The file is UTF-16. Save it as UTF-8.') };
  }
  if (bytes.subarray(0, BINARY_PROBE).includes(0)) {
    return { ok: false, code: 'binary', message: l10n.t('The file is binary, not plain text.') };
  }
  try {
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const { line, byte } = firstInvalid(bytes);
    return {
      ok: false,
      code: 'not-utf8',
      message: l10n.t(
        'The file is not UTF-8 (first wrong byte: line {0}, byte {1} of the file). Save it as UTF-8.',
        line,
        byte + 1,
      ),
    };
  }
}

/** Lengths by lead byte; the decoder has already said that something is wrong, this only finds where. */
function firstInvalid(bytes: Uint8Array): { readonly line: number; readonly byte: number } {
  let line = 1;
  let i = 0;
  while (i < bytes.length) {
    const lead = bytes[i] ?? 0;
    if (lead === 10) line++;
    const length =
      lead < 0x80
        ? 1
        : lead >= 0xc2 && lead < 0xe0
          ? 2
          : lead >= 0xe0 && lead < 0xf0
            ? 3
            : lead >= 0xf0 && lead < 0xf5
              ? 4
              : 0;
    if (length === 0) break;
    let k = 1;
    while (k < length && ((bytes[i + k] ?? 0) & 0xc0) === 0x80) k++;
    if (k < length) break;
    if (lead === 0xe0 && (bytes[i + 1] ?? 0) < 0xa0) break;
    if (lead === 0xed && (bytes[i + 1] ?? 0) > 0x9f) break;
    if (lead === 0xf0 && (bytes[i + 1] ?? 0) < 0x90) break;
    if (lead === 0xf4 && (bytes[i + 1] ?? 0) > 0x8f) break;
    i += length;
  }
  return { line, byte: i };
}
