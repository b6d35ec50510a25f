/** The two functions of later years that the shared core calls and Chromium 86 lacks. */
function at<Entry>(this: ArrayLike<Entry>, index: number): Entry | undefined {
  return this[index < 0 ? this.length + index : index];
}

// The types say they are there; the browsers of some offices say otherwise.
const lacks = (holder: object, name: string): boolean => !(name in holder);

if (lacks(Array.prototype, 'at')) Object.defineProperty(Array.prototype, 'at', { value: at });
if (lacks(Object, 'hasOwn'))
  Object.defineProperty(Object, 'hasOwn', {
    value: (object: object, key: PropertyKey) => Object.prototype.hasOwnProperty.call(object, key),
  });
