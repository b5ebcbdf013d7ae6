#!/usr/bin/env node
// blit for its developers: errors come with their stacks.
process.env.BLIT_DEBUG ??= '1'
require('./run.js')
