-- The meeting in which a station is meant to be deliberated, before the paper stands on an agenda there.
alter table paper_consultation add column meant_for_id uuid;
create index paper_consultation_meant_for on paper_consultation (meant_for_id) where meant_for_id is not null;
