-- Where the rules of procedure say so, a membership has several votes. A membership never changes its number: who gets another one
-- begins another membership, as with a role.
alter table organization_membership
    add column weight integer not null default 1 check (weight between 1 and 9999),
    add constraint organization_membership_weight check (weight = 1 or votes);
