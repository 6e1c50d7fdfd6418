//! How long the suggested calendar takes for 1,000, 10,000 and 100,000 units over a year, and how the flow compares with a
//! linear programme (`microlp`) that is given the same network.
//!
//! `cargo run --release -p calendar-bench` prints two tables; each time is the least of three runs.
#![expect(clippy::print_stdout, reason = "a bench says what it measured")]
#![expect(clippy::disallowed_methods, reason = "a bench measures from outside")]

mod made_up;
mod programme;

use calendar::{Holidays, Job, Settings, schedule};
use domain::{Agenda, NaiveDate, Proof};
use made_up::Province;
use std::error::Error;
use std::ops::ControlFlow;
use std::time::{Duration, Instant};

const HOLIDAYS: &str = include_str!("../../../rules/holidays-2022-2030.csv");

fn main() -> Result<(), Box<dyn Error>> {
    let holidays = Holidays::parse(HOLIDAYS)?;
    let as_of = NaiveDate::from_ymd_opt(2025, 12, 31).ok_or("no such day")?;
    println!("| units | places | capacity | items | ms | short | proof |");
    println!("|---|---|---|---|---|---|---|");
    for units in [1_000, 10_000, 100_000] {
        for (place, day) in
            [(None, None), (Some(8), None), (Some(5), None), (Some(5), Some(units / 25)), (None, Some(units / 100))]
        {
            let province = Province::new(units, 40.max(units / 100));
            let settings = Settings { place_capacity: place, day_capacity: day, ..Settings::default() };
            show(
                &Job {
                    places: &province.places,
                    ..Job::new(&province.needs, &province.peaks, &holidays, &settings, as_of)
                },
                units,
            )?;
        }
    }
    println!("\n| units | arcs | cost, flow | cost, microlp | ms, flow | ms, microlp | times |");
    println!("|---|---|---|---|---|---|---|");
    for (units, places) in [(40, 4), (200, 10), (400, 20), (1_000, 40)] {
        let province = Province::new(units, places);
        let settings = Settings { place_capacity: Some(3), ..Settings::default() };
        compare(
            &Job {
                places: &province.places,
                ..Job::new(&province.needs, &province.peaks, &holidays, &settings, as_of)
            },
            units,
        )?;
    }
    Ok(())
}

fn timed<T>(mut run: impl FnMut() -> Result<T, Box<dyn Error>>) -> Result<(T, Duration), Box<dyn Error>> {
    let mut best: Option<(T, Duration)> = None;
    for _ in 0..3 {
        let start = Instant::now();
        let result = run()?;
        let took = start.elapsed();
        if best.as_ref().is_none_or(|(_, least)| took < *least) {
            best = Some((result, took));
        }
    }
    best.ok_or_else(|| "nothing ran".into())
}

fn show(job: &Job<'_>, units: u32) -> Result<(), Box<dyn Error>> {
    let run = || Ok::<Agenda, Box<dyn Error>>(schedule(job, |_, _| ControlFlow::Continue(()))?);
    let (agenda, took) = timed(run)?;
    let short: u32 = agenda.shortfalls.iter().map(domain::Shortfall::missing).sum();
    let proof = if agenda.proof == Proof::Best { "best" } else { "not proved" };
    let limit = |limit: Option<u32>| limit.map_or("–".to_owned(), |limit| limit.to_string());
    let places = job.places.values().collect::<std::collections::BTreeSet<_>>().len();
    println!(
        "| {units} | {places} | {} a place, {} a day | {} | {:.1} | {short} | {proof} |",
        limit(job.settings.place_capacity),
        limit(job.settings.day_capacity),
        agenda.items.len(),
        took.as_secs_f64() * 1e3,
    );
    Ok(())
}

fn compare(job: &Job<'_>, units: u32) -> Result<(), Box<dyn Error>> {
    let (network, source, sink) = calendar::network(job).ok_or("no day is left")?;
    let run = || {
        network.cheapest_largest(source, sink, &mut |_| ControlFlow::Continue(())).ok_or_else(|| "broken off".into())
    };
    let (flow, by_flow) = timed(run)?;
    let start = Instant::now();
    let cost = programme::cost(&network, source, sink, flow.amount)?;
    let by_programme = start.elapsed();
    let times = by_programme.as_secs_f64() / by_flow.as_secs_f64();
    println!(
        "| {units} | {} | {} | {cost:.3} | {:.2} | {:.1} | {times:.0} |",
        network.arcs().len(),
        flow.cost,
        by_flow.as_secs_f64() * 1e3,
        by_programme.as_secs_f64() * 1e3,
    );
    Ok(())
}
