/** Times of the clock as people write them. A native field for times knows neither 24:00 nor, in every browser, 24 hours. */

/** What a person wrote for a time (`8`, `8.30`, `0830`) as the API takes it; anything else as it is. */
export function clockTime(text) {
  const found = /^(\d{1,2})(?:[:.]?([0-5]\d))?$/.exec(text ?? '');
  return found ? `${found[1].padStart(2, '0')}:${found[2] ?? '00'}` : text;
}

/** What a field for a time lets pass; see `clockTime`. */
export const CLOCK_PATTERN = '\\d{1,2}([:.]?[0-5]\\d)?';
