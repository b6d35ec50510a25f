/** A worker that never says that it is ready. */
process.once('SIGTERM', () => process.exit(0));
setInterval(() => undefined, 1000);
