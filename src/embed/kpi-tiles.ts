// The file of `<yn-kpi-tiles>`: it defines the tag, and brings what reads its records.
import '../elements/kpi-tiles/define.js';
import { indicatorsReader } from '../sdk/resources/indicators-reader.js';
import { code } from './load-code.js';

code.indicatorsReader = indicatorsReader;
