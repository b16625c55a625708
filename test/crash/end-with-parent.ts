/** Imported by a program that a test starts: it ends when the test's process is gone, however that went. */
process.once('disconnect', () => process.exit(1));
