/** A worker that will not end when it is asked to. */
process.on('SIGTERM', () => undefined);
setInterval(() => undefined, 1000);
process.send?.({ ready: true });
