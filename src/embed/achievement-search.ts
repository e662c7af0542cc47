// The file of `<yn-achievement-search>`: it defines the tag, and brings what reads its records.
import { Achievement } from '../domain/achievement.js';
import '../elements/achievement-search/define.js';
import { code } from './load-code.js';

code.Achievement = Achievement;
