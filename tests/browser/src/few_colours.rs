//! Pictures for the guides: a screenshot in the colours it uses most, which is less than half as large.

use anyhow::{Context, Result};
use std::collections::BTreeMap;

/// Colours of a PNG whose pixels are one byte each.
const COLOURS: usize = 256;

type Colour = [u8; 3];

/// The same picture with at most 256 colours: the most frequent stay as they are, every other becomes the nearest of them.
/// What is lost are shades at the edges of letters.
pub fn in_few_colours(png: &[u8]) -> Result<Vec<u8>> {
    let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info()?;
    let mut bytes = vec![0; reader.output_buffer_size().context("a picture too large")?];
    let frame = reader.next_frame(&mut bytes)?;
    let pixels: Vec<Colour> =
        bytes.chunks_exact(frame.color_type.samples()).filter_map(|pixel| pixel.first_chunk::<3>().copied()).collect();
    let mut counts: BTreeMap<Colour, usize> = BTreeMap::new();
    for pixel in &pixels {
        *counts.entry(*pixel).or_default() += 1;
    }
    let mut palette: Vec<(Colour, usize)> = counts.iter().map(|(colour, count)| (*colour, *count)).collect();
    palette.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    palette.truncate(COLOURS);
    let places: BTreeMap<Colour, u8> =
        counts.into_keys().filter_map(|colour| Some((colour, nearest(colour, &palette)?))).collect();
    let places: Vec<u8> = pixels.iter().filter_map(|pixel| places.get(pixel).copied()).collect();
    let palette = palette.into_iter().flat_map(|(colour, _)| colour).collect();
    written(frame.width, frame.height, palette, &places)
}

fn nearest(colour: Colour, palette: &[(Colour, usize)]) -> Option<u8> {
    let far = |other: &Colour| {
        colour.iter().zip(other).map(|(one, other)| u32::from(one.abs_diff(*other)).pow(2)).sum::<u32>()
    };
    let (place, _) = palette.iter().enumerate().min_by_key(|(_, (other, _))| far(other))?;
    u8::try_from(place).ok()
}

fn written(width: u32, height: u32, palette: Vec<u8>, places: &[u8]) -> Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, width, height);
    encoder.set_color(png::ColorType::Indexed);
    encoder.set_palette(palette);
    encoder.set_compression(png::Compression::High);
    // Neighbours of a palette say nothing about each other.
    encoder.set_filter(png::Filter::NoFilter);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(places)?;
    writer.finish()?;
    Ok(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(pixels: &[u8], width: u32, height: u32) -> Vec<u8> {
        let mut out = Vec::new();
        let mut encoder = png::Encoder::new(&mut out, width, height);
        encoder.set_color(png::ColorType::Rgb);
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(pixels).unwrap();
        writer.finish().unwrap();
        out
    }

    fn pixels(png: &[u8]) -> Vec<u8> {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(png));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut bytes).unwrap();
        bytes
    }

    #[test]
    fn a_picture_of_few_colours_stays_as_it_is() {
        let plain: Vec<u8> = (0..40 * 30).flat_map(|place: u32| [(place % 9) as u8, 200, 7]).collect();
        assert_eq!(pixels(&in_few_colours(&picture(&plain, 40, 30)).unwrap()), plain);
    }

    #[test]
    fn a_rare_shade_becomes_the_nearest_of_the_frequent() {
        let rare = [[11, 20, 30], [250, 1, 1]];
        let common = (0..=255_u8).flat_map(|shade| [[shade, 20, 31]; 2]);
        let all: Vec<u8> = common.chain(rare).flatten().collect();
        let few = in_few_colours(&picture(&all, 2, 257)).unwrap();
        assert_eq!(pixels(&few)[all.len() - 6..], [11, 20, 31, 250, 20, 31]);
    }

    #[test]
    fn what_is_no_picture_is_refused() {
        assert!(in_few_colours(b"GIF89a").is_err());
    }
}
