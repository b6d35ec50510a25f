/** A worker that does nothing, and ends in good order or when asked to misbehave. */
if (process.env['STAND_IN_WORKER_FAILS'] === 'start') {
  process.stderr.write('the stand-in cannot start\n');
  process.exit(3);
}
const beat = setInterval(() => undefined, 1000);
const end = () => {
  clearInterval(beat);
  process.disconnect?.();
};
process.once('SIGTERM', end);
process.once('disconnect', end);
process.send?.({ ready: true });
