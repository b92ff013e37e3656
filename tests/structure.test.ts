// All of the house at once; the subjects stand in the folder.
import "./structure/boundaries.test.ts";
import "./structure/dependencies.test.ts";
import "./structure/documents.test.ts";
import "./structure/rooms.test.ts";
import "./structure/rules.test.ts";
import "./structure/sizes.test.ts";
import "./structure/workflow.test.ts";
import "./structure/words.test.ts";
