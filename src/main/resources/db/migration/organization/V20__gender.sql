-- Whose rules of procedure let women and men speak in turn needs to know it; whoever does not say it is in nobody's turn.
alter table organization_person add column gender text check (gender in ('FEMALE', 'MALE', 'DIVERSE'));
