import './vote-pad';
