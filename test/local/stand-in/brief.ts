/** A worker that is ready, and then dies of something. */
process.send?.({ ready: true });
setTimeout(() => {
  process.stderr.write('Error: the stand-in has no strength\n    at nowhere (brief.ts:1:1)\n');
  process.exit(7);
}, 50);
