-- How many pairs are how much alike, of all there are: twenty numbers; nothing where nobody counted them.
alter table comparisons add column spread text not null default '';
