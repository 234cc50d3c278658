/** Imported for its effect: makes danfojs whole before another import can load a core of its own. */

import { prepareFrames } from "./frames";

prepareFrames();
