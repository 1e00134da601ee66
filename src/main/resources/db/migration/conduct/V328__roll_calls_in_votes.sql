-- Where the rules count votes for the quorum, what a roll call found is a number of votes.
alter table conduct_quorum_call add column of_votes boolean not null default false;
