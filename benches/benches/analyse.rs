//! The whole analysis at several sizes, beside language detection by whatlang on the same text as the reference.

use article_analyser::{Options, analyse};
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

criterion_group!(benches, whole);
criterion_main!(benches);
