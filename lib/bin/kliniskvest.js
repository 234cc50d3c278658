#!/usr/bin/env node
require("../dist/cli/closedPipe.js").endOnClosedPipe();
require("../dist/cli/main.js").main(process.argv);
