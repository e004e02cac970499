import { account } from "./account.ts";
import { libraryWords } from "./library.ts";
import { reference } from "./reference.ts";
import { blocks } from "./blocks.ts";
import { content } from "./content.ts";
import { examples } from "./examples.ts";
import { pictures } from "./pictures.ts";
import { list, words } from "./words.ts";

/** Every word of the interface in Spanish, by the name its English file gives it. */
export const spanish = { account, pictures, examples, content, blocks, libraryWords, reference, list, words };
