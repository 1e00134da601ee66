-- Votes that come at the same moment are stored by one statement; the state of their polls is then looked at once.
drop trigger voting_vote_only_while_open on voting_vote;
drop function voting_vote_only_while_open();

-- Closing takes the same lock alone: it waits for votes that were let in, and whoever comes later finds the poll closed.
create function voting_votes_only_while_open() returns trigger language plpgsql as $$
declare
    poll uuid;
begin
    for poll in select distinct poll_id from stored order by poll_id loop
        perform pg_advisory_xact_lock_shared(hashtextextended(poll::text, 1));
        if not exists (select 1 from voting_poll where id = poll and state = 'OPEN') then
            raise exception 'poll % is not open', poll using errcode = 'RS001';
        end if;
    end loop;
    return null;
end $$;
create trigger voting_votes_only_while_open after insert on voting_vote
    referencing new table as stored
    for each statement execute function voting_votes_only_while_open();
