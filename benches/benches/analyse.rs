//! The whole analysis at several sizes, and the language and the names alone, beside language detection by whatlang on
//! the same text as the reference.

use article_analyser::document::Document;
use article_analyser::entities::names;
use article_analyser::{Options, analyse, language};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;

fn whole(c: &mut Criterion) {
    let mut group = c.benchmark_group("analyse");
    group.sample_size(10);
    for bytes in [10 << 10, 100 << 10, 1 << 20] {
        let text = benches::text(bytes);
        group.throughput(Throughput::Bytes(text.len() as u64));
        group.bench_with_input(BenchmarkId::new("report", bytes), &text, |b, text| {
            b.iter(|| analyse(black_box(text), &Options::default()))
        });
        group.bench_with_input(BenchmarkId::new("reference: whatlang", bytes), &text, |b, text| {
            b.iter(|| whatlang::detect(black_box(text)))
        });
    }
    group.finish();
}

fn parts(c: &mut Criterion) {
    let text = benches::text(100 << 10);
    let document = Document::read(&text, None);
    let mut group = c.benchmark_group("parts");
    group.sample_size(10);
    group.throughput(Throughput::Bytes(text.len() as u64));
    group.bench_function("language", |b| b.iter(|| language::detect(black_box(&text))));
    group.bench_function("reference: whatlang", |b| b.iter(|| whatlang::detect(black_box(&text))));
    group.throughput(Throughput::Elements(document.reading.tokens.len() as u64));
    group.bench_function("names, by token", |b| b.iter(|| names::find(black_box(&document), &[])));
    group.finish();
}

criterion_group!(benches, whole, parts);
criterion_main!(benches);
