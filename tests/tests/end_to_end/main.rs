//! The whole path natively: sample workbooks, shipped rosters and rule file, through `assess::House` as the page does.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test stops at the first surprise")]

mod agenda;
mod commune;
mod compare;
mod defaults;
mod entered;
mod filled_forms;
mod folder;
mod forms;
mod hostile;
mod nothing;
mod package;
mod province;
mod readings;
mod registers;
mod reports;
mod rules;
mod rules_readme;
mod same_bytes;
mod source_rows;
mod stranger;
mod successors;
mod tiers;
mod trend;
mod try_outs;
mod what_if;
mod workbook;
mod world;
