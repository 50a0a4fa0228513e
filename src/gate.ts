// What action.yml starts: the same program as `pm-zone gate`.
process.argv.splice(2, process.argv.length, 'gate');
void import('./bin.js');
