// The file of `<yn-achievement-form>`: it defines the tag, and brings what the form asks the platform for at once.
import '../elements/achievement-form/define.js';
import '../sdk/resources/code-lists-reader.js';
import '../sdk/resources/submissions-reader.js';
