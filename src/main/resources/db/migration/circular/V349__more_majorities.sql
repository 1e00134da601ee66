-- Shares of the votes cast, unanimity, and the agreement of all.
alter table circular_resolution drop constraint circular_resolution_majority_check;
alter table circular_resolution add constraint circular_resolution_majority_check check (majority in
    ('OF_VOTES_CAST', 'TWO_THIRDS_OF_PRESENT', 'OF_MEMBERS', 'TWO_THIRDS_OF_MEMBERS', 'TWO_THIRDS_OF_VOTES',
     'THREE_QUARTERS_OF_VOTES', 'THREE_QUARTERS_OF_MEMBERS', 'UNANIMOUS', 'ALL_MEMBERS'));
