-- What was counted and what was resolved stays as it was. A poll that went wrong is cancelled before it is closed.
create function voting_result_stays() returns trigger language plpgsql as $$
begin
    raise exception 'a result stays as it was settled' using errcode = 'RS003';
end $$;
create trigger voting_poll_stays before update or delete on voting_poll
    for each row when (old.state in ('CLOSED', 'CANCELLED')) execute function voting_result_stays();
create trigger voting_resolution_stays before update or delete on voting_resolution
    for each row execute function voting_result_stays();
create trigger voting_poll_not_emptied before truncate on voting_poll
    for each statement execute function voting_result_stays();
create trigger voting_vote_not_emptied before truncate on voting_vote
    for each statement execute function voting_result_stays();
create trigger voting_resolution_not_emptied before truncate on voting_resolution
    for each statement execute function voting_result_stays();
