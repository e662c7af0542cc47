// The file of `<yn-enquiry-form>`: it defines the tag, and brings what the form asks the platform for at once.
import '../elements/enquiry-form/define.js';
import '../sdk/resources/code-lists-reader.js';
import '../sdk/resources/submissions-reader.js';
