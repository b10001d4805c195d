// Loaded first by a server that a script starts. The channel to the script closes however the script
// dies; then nobody would stop this server, or free its port.
process.on("disconnect", () => process.exit(1));
