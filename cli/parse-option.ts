import { InvalidArgumentError } from 'commander';

/** A parser of whole numbers in a range, both ends included. */
export function wholeNumber({ min, max }: { readonly min: number; readonly max: number }) {
  return (text: string): number => {
    const value = Number(text);
    if (text.trim() === '' || !Number.isInteger(value) || value < min || value > max)
      throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`);
    return value;
  };
}

export const port = wholeNumber({ min: 0, max: 65_535 });

export function share(text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !(value >= 0 && value <= 1))
    throw new InvalidArgumentError('It must be between 0 and 1.');
  return value;
}
