assert new File(basedir, 'out/my/claims/EphemeralVolumeClaim.java').text.contains('package my.claims;')
