import { playWordsFirst } from './play-words-first.js';
import { products } from './public-products.js';

for (const product of products) playWordsFirst(product);
