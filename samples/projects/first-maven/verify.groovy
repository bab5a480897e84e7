assert new File(basedir, 'build.log').text.contains('y = 3.00 x -1.00')
assert new File(basedir, 'target/generated-sources/annotations/com/example/LineTrainer.java').isFile()
