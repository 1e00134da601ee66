-- What is resolved is what was voted on, to the letter: the text of a poll is fixed when it is prepared, its fingerprints
-- are those of its text, and the resolution of a poll carries the poll's text.
alter table voting_poll add column proposal_fingerprint text
    check (proposal_fingerprint ~ '^[0-9a-f]{64}$'),
    add check (proposal_fingerprint is null or proposal is not null),
    add constraint voting_poll_fingerprint check
        (fingerprint = encode(sha256(convert_to(question || E'\n\n' || wording, 'UTF8')), 'hex'));
alter table voting_resolution add column proposal_fingerprint text
    check (proposal_fingerprint ~ '^[0-9a-f]{64}$');

create function voting_text_stays() returns trigger language plpgsql as $$
begin
    raise exception 'what is voted on stays as it was put to the vote' using errcode = 'RS003';
end $$;
create trigger voting_poll_text_stays before update on voting_poll
    for each row when ((old.meeting_id, old.item_id, old.question, old.wording, old.fingerprint, old.with_changes)
            is distinct from (new.meeting_id, new.item_id, new.question, new.wording, new.fingerprint, new.with_changes)
        or old.proposal is distinct from new.proposal
        or old.proposal_fingerprint is distinct from new.proposal_fingerprint)
    execute function voting_text_stays();

create function voting_resolved_as_voted_on() returns trigger language plpgsql as $$
begin
    if not exists (select from voting_poll p where p.id = new.poll_id and p.state = 'CLOSED'
            and p.item_id = new.item_id and p.question = new.question and p.wording = new.wording
            and p.proposal is not distinct from new.proposal and p.fingerprint = new.fingerprint
            and p.proposal_fingerprint is not distinct from new.proposal_fingerprint
            and p.outcome = new.outcome) then
        raise exception 'a resolution says what its poll put to the vote' using errcode = 'RS004';
    end if;
    return new;
end $$;
create trigger voting_resolved_as_voted_on before insert on voting_resolution
    for each row when (new.poll_id is not null) execute function voting_resolved_as_voted_on();
