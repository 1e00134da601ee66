-- Shares of the votes cast, unanimity, and the agreement of all.
alter table voting_poll drop constraint voting_poll_majority_check;
alter table voting_poll add constraint voting_poll_majority_check check (majority in
    ('OF_VOTES_CAST', 'TWO_THIRDS_OF_PRESENT', 'OF_MEMBERS', 'TWO_THIRDS_OF_MEMBERS', 'TWO_THIRDS_OF_VOTES',
     'THREE_QUARTERS_OF_VOTES', 'THREE_QUARTERS_OF_MEMBERS', 'UNANIMOUS', 'ALL_MEMBERS'));
