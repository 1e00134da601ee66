-- A motion on the procedure that too few support is not put to the vote: that is an outcome of its own.
alter table voting_motion drop constraint voting_motion_state_check;
alter table voting_motion add constraint voting_motion_state_check
    check (state in ('PENDING', 'ADOPTED', 'REJECTED', 'WITHDRAWN', 'NOT_SUPPORTED'));
alter table voting_motion add constraint voting_motion_not_supported
    check (state <> 'NOT_SUPPORTED' or (yes is null and asking is null and decided_at is not null));
