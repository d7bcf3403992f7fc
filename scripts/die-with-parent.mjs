// Loaded into child processes: when the process that started them is gone (killed outright), they end too.
if (process.channel) {
  process.on("disconnect", () => process.exit(0));
  process.channel.unref();
}
