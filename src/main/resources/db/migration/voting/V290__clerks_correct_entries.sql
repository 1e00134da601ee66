-- Who entered a vote for a member in the room corrects that entry until the poll is closed, whatever the rules say of votes that
-- members cast: what a member cast themselves no clerk touches. What was entered before is kept as any vote that was replaced.
create or replace function voting_vote_changes() returns trigger language plpgsql as $$
begin
    -- a vote that was replaced never comes back, however late the device sends it again
    if new.poll_id <> old.poll_id or new.person_id <> old.person_id or new.receipt = old.receipt
            or exists (select 1 from voting_replaced_vote r where r.poll_id = new.poll_id
                and r.person_id = new.person_id and r.receipt = new.receipt)
            or (new.entered_for and not old.entered_for) then
        raise exception 'a vote stays as it was cast' using errcode = 'RS002';
    end if;
    -- closing takes the same lock alone, as for votes that are cast
    perform pg_advisory_xact_lock_shared(hashtextextended(new.poll_id::text, 1));
    if not exists (select 1 from voting_poll where id = new.poll_id and state = 'OPEN') then
        raise exception 'poll % is not open', new.poll_id using errcode = 'RS001';
    end if;
    if not (old.entered_for and new.entered_for)
            and not exists (select 1 from voting_poll where id = new.poll_id and correctable) then
        raise exception 'a vote stays as it was cast' using errcode = 'RS002';
    end if;
    insert into voting_replaced_vote (poll_id, person_id, receipt, choice, cast_at, entered_for, replaced_by, replaced_at)
    values (old.poll_id, old.person_id, old.receipt, old.choice, old.cast_at, old.entered_for, new.receipt, new.cast_at);
    return new;
end $$;
