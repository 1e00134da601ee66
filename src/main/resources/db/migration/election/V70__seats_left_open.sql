-- Who is elected stays elected when the rest of the election is broken off; the reason stands beside the result.
alter table election_election drop constraint election_election_check;
alter table election_election add constraint election_election_reason check (
    (state not in ('CANCELLED', 'REPEATED') or reason is not null)
    and (reason is null or state in ('CANCELLED', 'REPEATED', 'DECIDED')));
