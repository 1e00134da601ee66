-- A secret vote whose ballots are encrypted on the voters' devices. Ballots and voters lie elsewhere; here stands the sum.
alter table voting_poll
    add column by_device boolean not null default false,
    -- from then on no ballot was taken
    add column urn_shut_at timestamptz,
    add check (not by_device or (ballot_mode = 'SECRET' and invalid_ballots = 0)),
    add check (urn_shut_at is null or (by_device and urn_shut_at >= opened_at)),
    add check (state <> 'CLOSED' or not by_device or urn_shut_at is not null);
