// Made from ../javascript/ by `make bundle`: never edit this file.
const module={exports:{}};
function theBundle(module){
"use strict";var Cs=Object.defineProperty;var Sr=Object.getOwnPropertyDescriptor;var Er=Object.getOwnPropertyNames;var Lr=Object.prototype.hasOwnProperty;var Pr=(n,t)=>{for(var e in t)Cs(n,e,{get:t[e],enumerable:!0})},Tr=(n,t,e,s)=>{if(t&&typeof t=="object"||typeof t==
"function")for(let o of Er(t))!Lr.call(n,o)&&o!==e&&Cs(n,o,{get:()=>t[o],enumerable:!(s=Sr(t,o))||s.enumerable});
return n};var Ir=n=>Tr(Cs({},"__esModule",{value:!0}),n);var zc={};Pr(zc,{default:()=>Rc,open:()=>Or,serve:()=>kr});module.exports=Ir(zc);var Rs=[8,4,2,1],$r={8:5,4:1,2:1,1:0};function fe(n,t,e){return e===1?0:n-n%t+$r[t]}function Cn({nx:n,ny:t}){let e=new Set;
for(let s of Rs)for(let o=0;o<t;o+=s)for(let i=0;i<n;i+=s)e.add(fe(o,s,t)*n+fe(i,s,n));return Int32Array.from(
e)}function Rn({nx:n,ny:t},e){return e.map((s,o)=>{let[i,r]=[o%n,Math.floor(o/n)];for(let a=Rs.length-1;a>=0;a--){
let h=Rs[a],l=e[fe(r,h,t)*n+fe(i,h,n)];if(l>=0)return l}return-1})}function ue({nx:n,ny:t,xs:e,ys:s},o){let[i,
r]=[o%n,Math.floor(o/n)];return[e[0]+(i+.5)/n*(e[1]-e[0]),s[0]+(r+.5)/t*(s[1]-s[0])]}function zn({nx:n,ny:t,xs:e,
ys:s},o){let i=Math.floor(n*(o[0]-e[0])/(e[1]-e[0])),r=t===1?0:Math.floor(t*(o[1]-s[0])/(s[1]-s[0]));return i>=
0&&i<n&&r>=0&&r<t?r*n+i:-1}function q(n,t){let e=new Float64Array(t*t);for(let s=0;s<t;s++)for(let o=0;o<=s;o++){let i=n[s*t+o];for(let r=0;r<
o;r++)i-=e[s*t+r]*e[o*t+r];if(s===o){if(!(i>0))return null;e[s*t+s]=Math.sqrt(i)}else e[s*t+o]=i/e[o*t+o]}return e}
function zs(n,t){let e=new Float64Array(t*t);for(let s=0;s<t;s++){e[s*t+s]=1/n[s*t+s];for(let o=s+1;o<t;o++){let i=0;
for(let r=s;r<o;r++)i-=n[o*t+r]*e[r*t+s];e[o*t+s]=i/n[o*t+o]}}return e}function qt(n,t){let e=q(n,t);if(!e)return new Float64Array(
t*t).fill(NaN);let s=zs(e,t),o=new Float64Array(t*t);for(let i=0;i<t;i++)for(let r=0;r<t;r++)for(let a=Math.max(
i,r);a<t;a++)o[i*t+r]+=s[a*t+i]*s[a*t+r];return o}function tt(n,t){let e=Float64Array.from(n),s=new Float64Array(
t*t);for(let a=0;a<t;a++)s[a*t+a]=1;for(let a=0;a<50;a++){let h=!1;for(let l=0;l<t;l++)for(let c=l+1;c<t;c++)h=
Fr(e,s,t,l,c)||h;if(!h)break}let o=Array.from({length:t},(a,h)=>h);o.sort((a,h)=>e[a*t+a]-e[h*t+h]);let i=Float64Array.
from(o,a=>e[a*t+a]),r=new Float64Array(t*t);for(let a=0;a<t;a++)for(let h=0;h<t;h++)r[a*t+h]=s[a*t+o[h]];return{
values:i,vectors:r}}function Fr(n,t,e,s,o){let i=n[s*e+o],[r,a]=[n[s*e+s],n[o*e+o]],h=Math.sqrt(Math.abs(r))*Math.
sqrt(Math.abs(a));if(!(Math.abs(i)>1e-17*h))return n[s*e+o]=n[o*e+s]=0,!1;let l=(a-r)/(2*i),c=(l<0?-1:1)/(Math.
abs(l)+Math.hypot(l,1)),f=1/Math.hypot(c,1),u=c*f;n[s*e+s]=r-c*i,n[o*e+o]=a+c*i,n[s*e+o]=n[o*e+s]=0;for(let p=0;p<
e;p++){if(p!==s&&p!==o){let[w,y]=[n[p*e+s],n[p*e+o]];n[p*e+s]=n[s*e+p]=f*w-u*y,n[p*e+o]=n[o*e+p]=u*w+f*y}let[d,
m]=[t[p*e+s],t[p*e+o]];t[p*e+s]=f*d-u*m,t[p*e+o]=u*d+f*m}return!0}function jn(n,t){if(t!==2){let{values:m}=tt(
n,t);return[m[0],m[t-1]]}let[e,s,,o]=n,i=e+o,[r,a]=Math.abs(e)>Math.abs(o)?[e,o]:[o,e],[h,l]=[Math.abs(e-o),Math.
abs(s+s)],[c,f]=h>l?[h,l]:[l,h],u=c>0?c*Math.sqrt(1+(f/c)**2):0;if(i===0)return[-.5*u,.5*u];let p=.5*(i<0?i-u:
i+u),d=r/p*a-s/p*s;return i<0?[p,d]:[d,p]}var Cr=Math.log(2*Math.PI);function k(n,t){return n*(1+t+t*(t+1)/2)}function Q(n,t){return n/k(1,t)}function j(n,t,e,s){
return n.subarray(t+s*e,t+(s+1)*e)}function K(n,t,e){return n+n*t+e*t*(t+1)/2}function E(n,t,e,s){let o=new Float64Array(
e*e),i=K(t,e,s);for(let r=0;r<e;r++)for(let a=0;a<=r;a++)o[r*e+a]=o[a*e+r]=n[i++];return o}function C(n,t,e,s,o,i){
for(let r=0;r<o;r++){let a=q(E(s,o,e,r),e),h=a?Math.log(s[r])-.5*e*Cr:-1/0;for(let l=0;a&&l<e;l++)h-=Math.log(
a[l*e+l]);if(h===-1/0)for(let l=r;l<t*o;l+=o)i[l]=-1/0;else{let l=zs(a,e);(e===2?zr:Rr)(n,t,e,j(s,o,e,r),l,h,o,
r,i)}}return i}function Rr(n,t,e,s,o,i,r,a,h){let l=new Float64Array(e);for(let c=0;c<t;c++){let f=0;for(let u=0;u<
e;u++){l[u]=n[c*e+u]-s[u];let p=0;for(let d=0;d<=u;d++)p+=o[u*e+d]*l[d];f+=p*p}h[c*r+a]=i-.5*f}}function zr(n,t,e,s,o,i,r,a,h){
let[l,c]=s,[f,,u,p]=o;for(let d=0,m=a;d<t;d++,m+=r){let w=n[2*d]-l,y=n[2*d+1]-c,b=f*w,x=u*w+p*y;h[m]=i-.5*(b*b+
x*x)}}function D(n,t,e){let s=0,o=0,i=1;for(let r=0;r<t*e;r+=e){let a=n[r];for(let c=1;c<e;c++)n[r+c]>a&&(a=n[r+
c]);let h=0;for(let c=0;c<e;c++){let f=n[r+c];h+=n[r+c]=f===a?1:Gr(f-a)}let l=1/h;for(let c=0;c<e;c++)n[r+c]*=
l;s+=a,i*=h,i>1e200&&(o+=Math.log(i),i=1)}return-(s+o+Math.log(i))}var Kt=32,jr=Kt/Math.LN2,Wr=.6931471803691238/
Kt,Br=19082149292705877e-26/Kt,qr=Float64Array.from({length:Kt},(n,t)=>2**(t/Kt)),Kr=Float64Array.from({length:1023},
(n,t)=>2**-t);function Gr(n){if(!(n>-708))return Math.exp(n);let t=n*jr-.5|0,e=n-t*Wr-t*Br,s=e*e,o=1+e+s*(1/2+
e*(1/6)+s*(1/24+e*(1/120)+s*(1/720)));return Kr[-(t>>5)]*(qr[t&31]*o)}function V(n,t){return Number.isFinite(n)?Bn(n,n.toFixed(t),e=>n.toFixed(t+e)):Ws(n)}function js(n,t){if(!Number.
isFinite(n))return Ws(n);let e=r=>n.toExponential(t+r),[s,o]=Bn(n,e(0),e).split("e"),i=o.slice(1).padStart(2,"\
0");return`${s}e${o[0]}${i}`}function Z(n,t=6){if(!Number.isFinite(n))return Ws(n);let e=js(n,t-1),[s,o]=e.split(
"e"),i=Number(o);return i<-4||i>=t?`${Wn(s)}e${o}`:Wn(V(n,t-1-i))}function Wn(n){return n.includes(".")?n.replace(
/\.?0+$/,""):n}function Ws(n){return Number.isNaN(n)?"nan":n>0?"inf":"-inf"}function Bn(n,t,e){if(Math.abs(n)>=
1e21)return t;let[s,o]=t.split("e"),[i]=e(30).split("e");if(!/^50+$/.test(i.slice(i.length-30)))return t;let r=i.
slice(0,i.length-30).replace(/\.$/,""),a=Number(r.at(-1))%2===0?r:s;return o===void 0?a:`${a}e${o}`}var pe=.01,Bs=1e-6,Hr=1e-13,Ur=2**-1022;function de(n,t,e,s,o=Gt(e,s)){let{N:i,D:r}=e,a=null;for(let h=0;h<t;h++){
let{values:l,vectors:c}=tt(E(n,t,r,h),r);if(!(l[r-1]*Hr>s))for(let f=0;f<r;f++){let u=Jr(o,c,r,f);!(Math.abs(l[f]-
s)<=pe*Math.min(s,pe*u))||!(u>10*Bs*s)||(!a||l[f]<a.variance)&&(a={variance:l[f],k:h})}}return a?{component:a.
k,nSamples:n[a.k]*i,deviation:Math.sqrt(a.variance)}:null}function me({component:n,nSamples:t,deviation:e}){return`\
Collapsed: the covariance of component ${n}, which holds ${V(t,1)} samples, has a standard deviation of ${Z(e,
2)} in its narrowest direction, hardly more than reg_covar adds, so its likelihood is meaningless.`}function Gt({
X:n,N:t,D:e},s){let o=new Float64Array(e);for(let h=0;h<t*e;h++)o[h%e]+=n[h]/t;let i=new Float64Array(e*e);for(let h=0;h<
t;h++)for(let l=0;l<e;l++)for(let c=0;c<=l;c++)i[l*e+c]+=(n[h*e+l]-o[l])*(n[h*e+c]-o[c])/t;let r=new Float64Array(
e),a=0;for(let h=0;h<e;h++)a=Math.max(a,Math.sqrt(i[h*e+h])),r[h]=Math.sqrt(Math.max(i[h*e+h],Bs*s+Ur));for(let h=0;h<
e;h++)for(let l=0;l<=h;l++)i[h*e+l]=i[h*e+l]/r[h]/r[l]+(h===l?Bs:0);return{deviations:r,precision:qt(i,e),widest:a}}
function Jr({deviations:n,precision:t},e,s,o){let i=0;for(let r=0;r<s;r++)for(let a=0;a<s;a++){let h=e[r*s+o]/
n[r]*(e[a*s+o]/n[a]);i+=h*t[r*s+a]}return 1/i}var Yr=Number.EPSILON,ge=32*Yr,Gn=100,qn=1e4,Qr=1e7;function Hn(n,t,e){for(let s=0;s<t;s++)for(let o=0;o<e;o++)
if(Un(n,t,e,s,o))return s;return-1}function Un(n,t,e,s,o){return Math.abs(Jn(n,t,e,s,o))<=(ge*n[t+s*e+o])**2}function Jn(n,t,e,s,o){
return n[K(t,e,s)+o*(o+3)/2]}function Yn(n,t,e,s,o){if(n.kind==="no density")return n;let i=Qn(t)??Dr(n,t,e,s),
r={...n,iteration:o,farSample:i};return i?r:Vr(n,t,e,s)?{...r,kind:"rounded",value:Math.max(...Dn(t).map(([a,h])=>h-
a))}:{...r,flatFeature:Zr(n,t,e,s)}}function Qn({X:n,N:t,D:e},s=Qr){let o=null;for(let i=0;i<e;i++){let r=Float64Array.
from({length:t},(d,m)=>n[m*e+i]),a=Kn(r),h=r.map(d=>Math.abs(d-a)),l=h.filter(d=>d>0);if(l.length===0)continue;
let c=Kn(l),f=h.reduce((d,m,w)=>m>h[d]?w:d,0),u=h[f],p=o===null||u/c>o.distance/o.usual;u>s*c&&p&&(o={sample:f,
feature:i,distance:u,usual:c})}return o}function Kn(n){return Float64Array.from(n).sort()[Math.floor((n.length-
1)/2)]}function Dr(n,t,e,s){let o=n.kind==="singular"?Qn(t,qn):null;return o&&Jn(e,s,t.D,n.component,o.feature)>
(qn*o.usual)**2?o:null}function Vr(n,{X:t,N:e,D:s},o,i){if(n.kind!=="singular")return!1;let r=E(o,i,s,n.component);
if(!r.every(Number.isFinite))return!1;let{values:a,vectors:h}=tt(r,s),l=j(o,i,s,n.component),c=new Float64Array(
e),f=0;for(let p=0;p<e;p++){for(let d=0;d<s;d++)c[p]+=(t[p*s+d]-l[d])*h[d*s],f=Math.max(f,Math.abs(t[p*s+d]));
c[p]=Math.abs(c[p])}c.sort();let u=(c[Math.floor((e-1)/2)]+c[Math.ceil((e-1)/2)])/2;return ge*f<u&&u<=Math.sqrt(
Gn*ge*Math.abs(a[s-1]))}function Zr(n,t,e,s){if(n.kind!=="collapsed")return null;let o=null;return Dn(t).forEach(
([i,r],a)=>{let h=Math.max(Math.abs(i),Math.abs(r)),l=r-i<=4*Xr(h),c=r-i<=Gn*ge*h;!(l||c)||!Un(e,s,t.D,n.component,
a)||(!o||l&&!o.constant)&&(o={feature:a,level:i,constant:l})}),o}function Dn({X:n,N:t,D:e}){return Array.from(
{length:e},(s,o)=>{let[i,r]=[n[o],n[o]];for(let a=o;a<t*e;a+=e)i=Math.min(i,n[a]),r=Math.max(r,n[a]);return[i,
r]})}function Xr(n){let t=new DataView(new ArrayBuffer(8));return t.setFloat64(0,n),t.setBigInt64(0,t.getBigInt64(
0)+1n),t.getFloat64(0)-n}var Vn="use fewer components (n_components), a larger reg_covar, or another start.",ta={empty:(n,t)=>`is empty\
: its responsibilities sum to ${t} samples, so it has no mean and no covariance; use fewer components (n_compo\
nents) or another start.`,singular:({value:n=0,iteration:t},e)=>(n>0?`has a covariance of which rounding leave\
s no digits in some direction (smallest eigenvalue ${e}, far below the largest)`:`has a covariance that is not\
 positive definite (smallest eigenvalue ${e}): it is flat in some direction, as when a component has shrunk on\
to a single point or onto copies of one`)+(t===void 0?".":`; ${Vn}`),rounded:(n,t)=>`cannot be fitted: it is s\
tretched over samples as far apart as ${t}, and beside such numbers rounding hides its spread in another direc\
tion; rescale X, for instance by taking logarithms, or fit groups of samples one by one.`,"negative eigenvalue":(n,t)=>`\
has a covariance that is not positive definite (smallest eigenvalue ${t}): no covariance has a negative one, s\
o check how it was computed.`,collapsed:()=>"has collapsed: it has no spread left beyond rounding, as when it \
sits on a single point or on copies of one; "+Vn,"no density":()=>""};function qs(n){if(n.kind==="no density")
return`sample ${n.sample} is so far from every component that its log-density is not a finite number: rescale \
X, or start from means nearer to the data.`;let{component:t,iteration:e}=n,s=e===0?" in the start of EM":` in \
iteration ${e} of EM`;return`component ${t}${e===void 0?"":s} ${ea(n)}`}function ea(n){let{flatFeature:t,farSample:e}=n;
if(t){let{feature:s,level:o,constant:i}=t;return i?`cannot be fitted: feature ${s} is constant, so no componen\
t has a spread in it; remove this column of X.`:`cannot be fitted: feature ${s} is so far from 0, around ${Z(o,
3)}, that rounding hides its spread; subtract its mean from this column of X.`}if(e){let{sample:s,feature:o,distance:i,
usual:r}=e;return`cannot be fitted: sample ${s} is ${Z(i,3)} away from the median of feature ${o}, where sampl\
es are usually within ${Z(r,3)} of it, and beside such numbers rounding hides an ordinary spread; correct or r\
emove this sample, or rescale X, for instance by taking logarithms.`}return ta[n.kind](n,Z(n.value??NaN,3))}var ct=class extends Error{constructor(t){
super(qs(t)),this.failure=t}},ft=class extends ct{};var Zn=Number.EPSILON,sa=10*Zn;function Xn(n,t,e,s){let{X:o,N:i,D:r}=n;ra(t,e,r);let a=D(C(o,i,r,t,e,s),i,e);return Number.
isFinite(a)||ha(C(o,i,r,t,e,s),i,e),a}function bt(n,t,e,s,o=new Float64Array(k(e,n.D))){let{N:i,D:r}=n,a=na(t,
i,e),h=r===2?ia:oa;for(let l=0;l<e;l++){o[l]=a[l]/i,h(n,t,e,l,a[l],o);let c=K(e,r,l);for(let f=0;f<r;f++,c+=f+
1)o[c]+=s}return o}function na(n,t,e){let s=new Float64Array(e);for(let i=0;i<t*e;)for(let r=0;r<e;r++)s[r]+=n[i++];
let o=0;for(let i=1;i<e;i++)s[i]<s[o]&&(o=i);if(s[o]<sa)throw new ft({kind:"empty",component:o,value:s[o]});return s}
function oa({X:n,N:t,D:e},s,o,i,r,a){let h=new Float64Array(e);for(let p=0;p<t;p++){let d=s[p*o+i];for(let m=0;m<
e;m++)h[m]+=d*n[p*e+m]}for(let p=0;p<e;p++)h[p]/=r;let l=new Float64Array(e),c=new Float64Array(e),f=new Float64Array(
e*(e+1)/2);for(let p=0;p<t;p++){let d=s[p*o+i];for(let m=0,w=0;m<e;m++){l[m]=n[p*e+m]-h[m];let y=d*l[m];c[m]+=
y;for(let b=0;b<=m;b++)f[w++]+=y*l[b]}}let u=K(o,e,i);for(let p=0,d=0;p<e;p++){c[p]/=r,a[o+i*e+p]=h[p]+c[p];for(let m=0;m<=
p;m++)a[u++]=f[d++]/r-c[p]*c[m]}}function ia({X:n,N:t},e,s,o,i,r){let a=0,h=0;for(let m=0,w=o;m<t;m++,w+=s)a+=
e[w]*n[2*m],h+=e[w]*n[2*m+1];a/=i,h/=i;let[l,c,f,u,p]=[0,0,0,0,0];for(let m=0,w=o;m<t;m++,w+=s){let y=n[2*m]-a,
b=n[2*m+1]-h,x=e[w]*y,M=e[w]*b;l+=x,c+=M,f+=x*y,u+=x*b,p+=M*b}l/=i,c/=i;let d=K(s,2,o);r[s+2*o]=a+l,r[s+2*o+1]=
h+c,r[d]=f/i-l*l,r[d+1]=u/i-l*c,r[d+2]=p/i-c*c}function ra(n,t,e){for(let s=0;s<t;s++){let o=E(n,t,e,s);if(aa(
o,e))continue;let[i,r]=jn(o,e),a=i<-1e-8*Math.abs(r)?"negative eigenvalue":"singular";throw new ft({kind:a,component:s,
value:i})}}function aa(n,t){let e=q(n,t);if(!e)return!1;for(let s=0;s<t*t;s+=t+1)if(!(e[s]*e[s]>10*t*Zn*n[s]))
return!1;return!0}function ha(n,t,e){for(let s=0;s<t;s++){let o=n.subarray(s*e,(s+1)*e);if(!Number.isFinite(Math.
max(...o)))throw new ct({kind:"no density",component:-1,sample:s})}}var la=500,ca=1e-6,fa=1e-6,ua=.001,we=64,Ks=new WeakMap;function R(n,t,e,{regCovar:s=fa,tol:o=ca,maxIter:i=la}={}){
let{N:r,D:a}=n,h=new Float64Array(we*t.length);h.set(t);let l={data:n,options:{regCovar:s,tol:o,maxIter:i},responsibilities:new Float64Array(
r*e),params:h,nll:new Float64Array(we),n:1},c={K:e,D:a,params:h.subarray(0,t.length),nll:l.nll.subarray(0,0),ended:"\
running",last:0,failure:null,message:"",rises:[]};return Ks.set(c,l),c}function $(n,t=1/0){let e=Ks.get(n);if(n.
ended!=="running"||!e)return n;n.nll.length===0&&to(n,e);do n.ended==="running"&&pa(n,e)&&to(n,e);while(n.ended===
"running"&&(t===1/0||performance.now()<t));return ma(n,e),n.ended!=="running"&&Ks.delete(n),n}function to(n,{data:t,options:e,responsibilities:s,params:o,nll:i,n:r}){let a=k(n.K,n.D),h=o.subarray((r-1)*a,
r*a);try{i[r-1]=Xn(t,h,n.K,s)}catch(c){i[r-1]=NaN,so(n,t,h,r-1,c);return}n.last=2*r-1;let l=r>1?i[r-1]-i[r-2]:
0;l>ua+1e-9*Math.abs(i[r-2])&&n.rises.push(2*r-2),r>1&&Math.abs(l)<e.tol?n.ended="converged":r>e.maxIter&&(n.ended=
"max_iter"),n.ended!=="running"&&(n.last=Math.max(2*r-2,1))}function pa(n,t){let{data:e,options:s,responsibilities:o,
n:i}=t,r=k(n.K,n.D);da(t,r);let a=t.params.subarray((i-1)*r,i*r),h=t.params.subarray(i*r,(i+1)*r);try{bt(e,o,n.
K,s.regCovar,h),a=h;let l=Hn(h,n.K,n.D);if(l>=0)throw new ft({kind:"collapsed",component:l})}catch(l){return so(
n,e,a,i,l),!1}return n.last+=1,t.n+=1,!0}function so(n,t,e,s,o){if(!(o instanceof ct))throw o;n.ended="failed",
n.last+=1,n.failure=Yn(o.failure,t,e,n.K,s);let i=qs(n.failure);n.message=n.failure.kind==="no density"?i:i[0].
toUpperCase()+i.slice(1)}function da(n,t){n.n<n.nll.length||(n.params=eo(n.params,n.params.length+we*t),n.nll=
eo(n.nll,n.nll.length+we))}function eo(n,t){let e=new Float64Array(t);return e.set(n),e}function ma(n,{params:t,
nll:e,n:s}){n.params=t.subarray(0,s*k(n.K,n.D)),n.nll=e.subarray(0,s)}var ga=1,wa=.1,ya=.001,ba=.01,oo="All components are the same Gaussian: equal components get equal responsibil\
ities, and the M-step makes them equal again.";function io(n,t,e){let s=Gt(t,e),o=new Map([...n].map(([a,h])=>[
a,Gs(h,t,e,s)])),i=[...n.keys()].filter(a=>[null,"unfinished"].includes(o.get(a)?.status??null)),r=xa(n,i.length?
i:[...n.keys()]);return new Map([...n].map(([a,h])=>{let l=o.get(a);return[a,Ma(h,n.get(r),l,t,s.widest)]}))}function xa(n,t){
let e=o=>n.get(o)?.nll.at(-1)??NaN,s=o=>!Number.isNaN(e(o));return t.reduce((o,i)=>s(o)?e(i)<e(o)?i:o:s(i)?i:o,
t[0])}function Ma(n,t,{status:e,why:s},o,i){let r=n.nll.at(-1)??NaN,a=r-(t.nll.at(-1)??NaN),h=n.nll.length-1,l=(u,p)=>({
status:u,nll:r,gap:a,nIter:h,sentence:p});if(e==="collapsed"||e==="failed")return l(e,s);if(a>ga){let u=`NLL ${V(
r,2)}, ${V(a,2)} above the best run of this K`,p=Aa(n,t,o,i);return e?l(e,`${s} ${u}. ${p}`):l("poor",`Poor: ${u}\
. ${p}`)}if(e)return l(e,`${s} NLL ${V(r,2)}.`);if(ro(n,i))return l("poor",`Poor: NLL ${V(r,2)}, whatever the \
others are. ${oo}`);let c=a<=wa?"as good as the best":`${V(a,2)} above the best`,f=n===t?`the best run of K = ${n.
K} so far`:c;return l("good",`Good: NLL ${V(r,2)}, ${f}; converged after ${h} iterations.`)}function Gs(n,t,e,s){
if(n.ended==="failed")return{status:n.failure?.kind==="collapsed"?"collapsed":"failed",why:n.message};let o=de(
ye(n),n.K,t,e,s);if(o)return{status:"collapsed",why:me(o)};if(n.ended==="converged")return{status:null,why:""};
let i=n.nll.length-1,r=i>0?Math.abs(n.nll[i]-n.nll[i-1]):0;return{status:"unfinished",why:`Not converged after\
 ${i} iterations: the NLL still changed by ${js(r,1)} in the last one.`}}function ye({K:n,D:t,params:e}){return e.
subarray(e.length-k(n,t))}function Aa(n,t,e,s){if(ro(n,s))return oo;let{K:o}=n,i=_a(t,n,e),r=i.map(u=>u.map(p=>p/
Math.max(no(u),1e-12))),a=Array.from({length:o},(u,p)=>Math.max(no(i.map(d=>d[p])),1e-12)),l=i.map((u,p)=>ao(o,
d=>u[d]/a[d]>.5&&r[p][d]>ba)).filter(u=>u.length>1),c=new Set(l.flat()),f=l.map(u=>`${va(u)} share one cluster\
 of the best run`);for(let u=0;u<o;u++){let p=r.filter(d=>d[u]>.5).length;p>1&&!c.has(u)&&f.push(`component ${u}\
 covers ${p} of its clusters`)}return f.length?f.map(u=>`${u[0].toUpperCase()}${u.slice(1)}.`).join(" "):"No c\
omponent matches a single cluster of the best run: the data are partitioned differently."}function _a(n,t,{X:e,
N:s,D:o}){let[i,r]=[n,t].map(h=>{let l=C(e,s,o,ye(h),h.K,new Float64Array(s*h.K));return D(l,s,h.K),l}),a=Array.
from({length:n.K},()=>new Array(t.K).fill(0));for(let h=0;h<s;h++)for(let l=0;l<n.K;l++)for(let c=0;c<t.K;c++)
a[l][c]+=i[h*n.K+l]*r[h*t.K+c];return a}function ro(n,t){let{K:e,D:s}=n;return e<2?!1:ao(e-1,o=>{let[i,r]=[j(ye(
n),e,s,o),j(ye(n),e,s,o+1)];return i.some((a,h)=>!(Math.abs(a-r[h])<=ya*t))}).length===0}function va(n){return`\
components ${n.slice(0,-1).join(", ")} and ${n[n.length-1]}`}function no(n){return n.reduce((t,e)=>t+e,0)}function ao(n,t){
return Array.from({length:n},(e,s)=>s).filter(t)}var Na=.1,Oa=["collapsed","failed"],be=class{constructor(t,e,s,o){this.data=t,this.rows=e,this.K=s,this.settings=
o,this.width=k(s,t.D),this.spread=Gt(t,o.regCovar),this.next=0,this.run=null}get isDone(){return this.next*this.
width>=this.rows.length}work(t){let e=[];for(;!this.isDone;){let{data:s,rows:o,K:i,settings:r,spread:a,width:h,
next:l}=this;this.run??(this.run=R(s,o.slice(l*h,(l+1)*h),i,r));let c=$(this.run,t);if(c.ended!=="running"){let f=Gs(
c,s,r.regCovar,a).status??"converged";e.push({status:f,nll:c.nll.at(-1)??NaN}),this.run=null,this.next+=1}if(performance.
now()>=t)break}return e}};function ho(n){let t=new Int16Array(n.length).fill(-1),e=[...n].flatMap((r,a)=>r?[{...r,
i:a,flaw:Oa.indexOf(r.status)}]:[]);e.sort((r,a)=>r.flaw-a.flaw||r.nll-a.nll||0);let s=[],[o,i]=[-1,-1/0];for(let{
status:r,nll:a,i:h,flaw:l}of e){l<0&&a-i>Na&&([o,i]=[o+1,a]);let c=l<0?o:-1,f=s.findIndex(u=>u.status===r&&u.level===
c);f<0&&(f=s.push({status:r,level:c,nll:a,count:0})-1),s[f].count+=1,t[h]=f}return{groups:s,which:t}}function g(n,t={},...e){let s=document.createElement(n);for(let[o,i]of Object.entries(t))o.startsWith("on")?s.
addEventListener(o.slice(2),i):i===!0?s.setAttribute(o,""):i!==!1&&i!=null&&s.setAttribute(o,i);for(let o of e)
o!=null&&s.append(o);return s}var lo="http://www.w3.org/2000/svg";function Hs(n){let t=document.createElementNS(
lo,"svg"),e=document.createElementNS(lo,"path");e.setAttribute("d",n);for(let[s,o]of Object.entries({viewBox:"\
0 0 16 16","aria-hidden":"true",class:"emx-sign"}))t.setAttribute(s,o);return t.append(e),t}function z(n,t,e){
let s=g("select",{"aria-label":n,onchange:()=>e(s.value)}),o=g("label",{},g("span",{},n),s),i=a=>s.replaceChildren(
...a.map(h=>g("option",{value:h},h)));return i(t),{element:o,select:s,show:i,choose:a=>{let h=c=>c.value===String(
a)||Number(c.value)===a,l=[...s.options].find(h)??g("option",{},String(a));l.parentElement||s.append(l),s.value=
l.value}}}function xt(n,t,e){let s=g("input",{type:"checkbox",onchange:()=>t(s.checked)});return{element:g("la\
bel",{class:"emx-tick",title:e},s,n),input:s}}function Us(n,t,e,s){let o=c=>s(Math.min(Math.max(Number(a.textContent)+
c,t),e)),i=g("button",{type:"button","aria-label":`${n}: one less`,onclick:()=>o(-1)},"−"),r=g("button",{type:"\
button","aria-label":`${n}: one more`,onclick:()=>o(1)},"+"),a=g("output",{},"");return{element:g("div",{class:"\
emx-stepper",role:"group","aria-label":n},g("span",{},n),i,a,r),show:c=>{a.textContent=String(c),i.disabled=c<=
t,r.disabled=c>=e}}}var ka=1,Sa=.001,Js=1e-9;function fo(n,t,e,s,o){let i=po(n,t,e,s,o);return i<=ka?"":`reg_covar = ${Z(o)} is no\
t small beside the covariances here and costs about ${Z(i,3)} nats or more: choose a smaller one, or rescale t\
he data.`}function uo({K:n,D:t,params:e,nll:s,rises:o},i,r){let a=k(n,t);return o.filter(h=>{let l=h/2,c=e.subarray(
l*a,(l+1)*a),f=po(c,n,t,i,r,!0);return s[l]-s[l-1]<=f*(1+pe)})}function po(n,t,e,s,o,i=!1){let r=co(Ea(n,t,e),
e,o),a=Array.from({length:t},(f,u)=>co(E(n,t,e,u),e,o));if(!r||!a.every(f=>f))return 0;let h=Math.max(0,...r.filter(
f=>f<1-Js)),l=Math.min(h/(h+Sa*(1-h)),1-Js),c=0;return a.forEach((f,u)=>{for(let p of f??[])i?p=Math.min(p,1-Js**
2):p<l||(p=0),c+=n[u]*(-Math.log1p(-p)-p)}),s/2*c}function co(n,t,e){if(!q(n,t))return null;let{values:s}=tt(qt(
n,t),t);return Array.from(s,o=>Math.min(Math.max(e*o,0),1))}function Ea(n,t,e){let s=new Float64Array(e);for(let i=0;i<
t;i++)j(n,t,e,i).forEach((r,a)=>s[a]+=n[i]*r);let o=new Float64Array(e*e);for(let i=0;i<t;i++){let r=j(n,t,e,i),
a=E(n,t,e,i);for(let h=0;h<e;h++)for(let l=0;l<e;l++){let c=(r[h]-s[h])*(r[l]-s[l]);o[h*e+l]+=n[i]*(c+a[h*e+l])}}
return o}var La=5e-324;function ut({X:n,N:t,D:e},s,o,i){return D(C(n,t,e,s,o,i),t,o),i}function mo(n,t,e,s,o){ut(t,e,s,
o);let i=0;for(let r=0;r<t.N*s;r++){let a=n[r];a>0&&(i+=a*(Math.log(a)-Math.log(Math.max(o[r],La))))}return Math.
max(i,0)}function A(n){return n===0?"start":n%2?"E":"M"}function At(n){return Math.ceil(n/2)}var Mt=class{constructor(t,e,s,o=null){
this.run=t,this.data=e,this.regCovar=s,this.own=o??new Map,this.isOfOwnSteps=!!o,this.K=t.K,this.width=k(this.
K,e.D),this.gaps=new Map,this.kept={index:-1,values:new Float64Array(e.N*this.K)},this.scratch=null,this.verdict=
null}get last(){return this.run.last}get nll(){return this.run.nll}get isRunning(){return this.run.ended==="ru\
nning"}get failed(){return this.run.ended==="failed"?this.last:-1}get judged(){let{run:t,data:e,regCovar:s}=this;
if(this.isRunning)return{flaw:"",ridge:"",ridged:[]};if(!this.verdict){let o=this.rowAt(t.nll.length-1),i=t.ended===
"failed"?null:de(o,t.K,e,s),r=t.ended!=="failed"&&t.nll.length>1;this.verdict={flaw:i?me(i):"",ridge:r?fo(o,t.
K,e.D,e.N,s):"",ridged:uo(t,e.N,s)}}return this.verdict}effective(t){return t===this.failed?t-1:t}rowAt(t){return this.
run.params.subarray(t*this.width,(t+1)*this.width)}paramsIndex(t){return this.effective(t)>>1}row(t){return this.
rowAt(this.paramsIndex(t))}nllAt(t){return this.nll[this.paramsIndex(t)]}responsibilitiesIndex(t){let e=this.effective(
t);return e===0?-1:e-1>>1}responsibilities(t){let e=this.responsibilitiesIndex(t);return e<0?null:this.own.get(
e)??this._computed(e)}isOwn(t){return this.own.has(this.responsibilitiesIndex(t))}_computed(t){return this.kept.
index!==t&&(ut(this.data,this.rowAt(t),this.K,this.kept.values),this.kept.index=t),this.kept.values}gap(t){let e=this.
effective(t);if(e===0||this.data.isPart)return NaN;if(e%2)return this.isOwn(t)?this._klGap(t):0;let s=e>>1,o=this.
gaps.get(s);if(o!==void 0)return o;let i=this._klGap(t);return this.gaps.set(s,i),i}gapIfKnown(t){let e=this.effective(
t);return e%2||this.own.size?this.gap(t):this.gaps.get(e>>1)??NaN}_klGap(t){this.scratch??(this.scratch=new Float64Array(
this.data.N*this.K));let e=this.responsibilities(t);return mo(e,this.data,this.row(t),this.K,this.scratch)}rises(t){
return this.run.rises.includes(t)}};var Pa=["ellipses","trails","contours","truth"],Ta={running:"still running",converged:"converged",max_iter:"no\
t converged",stopped:"stopped",failed:"failed"};function O(n){return Number.isFinite(n)?(Math.abs(n)>=1e6||n!==
0&&Math.abs(n)<.005?n.toExponential(2):n.toFixed(2)).replace("-","−"):"not known"}function xe(n){return n.closest(
"[data-voila]")?"reload the page":"run the cell again"}function Ys(n){let t=A(n);return t==="start"?"Start":`${t}\
-step`}function go(n){return`the ${A(n)}-step of iteration ${At(n)}`}function wo(n,t=!0,e=n.last){if(e!==n.last)
return n.failed<0?"":`, fails at ${go(n.failed)}`;let{ended:s}=n.run;return s==="running"&&!t?", no more of th\
is run was kept":s==="max_iter"&&n.last<2?"":`, ${Ta[s]}`}function yo(n,t){return`weights ${Array.from(n.row(t).
subarray(0,n.K),s=>s.toFixed(2)).join(" · ")}`}function Qs(n,t){return n.last<2?`NLL ${O(n.nllAt(t))}`:`itera\
tion ${At(t)} of ${At(n.last)}, NLL ${O(n.nllAt(t))}`}function bo(n,t,e){let s=e&&!n.data.isPart;if(t===n.failed)
return n.run.message;let o=A(t);if(o==="start")return`The starting parameters; no responsibilities have been c\
omputed yet.${n.failed<0?"":` EM fails at ${go(n.failed)}: ${n.run.message}`}`;let i=s?n.gap(t):NaN;if(o==="E"){
if(n.isOwn(t))return`Each sample is shared among the components as your e_step says, which is not the posterio\
r.${i>1e-6?` The bound stays ${O(i)} above the NLL.`:""}`;let f="Each sample is shared among the components as\
 the mixture in the picture says.";return s?`${f} The bound touches the NLL.`:f}let r=n.nllAt(t)-n.nllAt(t-2),
h=n.rises(t)?`The NLL rises by ${O(r)}: an exact M-step after an exact E-step never does that${Ia(n,t)}.`:`Wei\
ghts, means and covariances are fitted to these responsibilities; the NLL ${r<0?`falls by ${O(-r)}`:"stays"}.`,
l=t===n.last?[n.run.message,n.judged.flaw].filter(Boolean).map(f=>` ${f}`).join(""):"",c=s?` These responsibil\
ities are now out of date: the bound is ${O(i)} above the NLL.`:"";return h+c+l}function Ia(n,t){return n.judged.
ridged.includes(t)?` (but reg_covar = ${n.regCovar} moves the M-step off its optimum)`:""}function xo(n,t,e,s){
let i=e===0?"in grey":{blend:"in the blend of their responsibilities",hard:"in the colour of their most respon\
sible component",pie:"as pies of their responsibilities where components share them",none:"in grey"}[s.color],
r=Pa.filter(a=>s[a]);return`${t.data.N} samples of the data ${n.data} ${i}, ${t.K} component${t.K>1?"s":""}${r.
length?` with ${r.join(", ")}`:""}. ${Ys(e)}, ${Qs(t,e)}.`}var $a=["#0072B2","#D55E00","#009E73","#CC79A7","#E69F00","#56B4E9","#8C6D31","#000000"],Fa={light:"#6A3D9A",dark:"\
#C9A6F2"},Ca={light:"#00606B",dark:"#6FD3DF"};function _t(n){let t=n.trim();if(t.startsWith("#")){let e=t.length===
4?t.replace(/[0-9a-f]/gi,"$&$&"):t;return[1,3,5].map(s=>parseInt(e.slice(s,s+2),16))}return(t.match(/[\d.]+/g)??
[]).slice(0,3).map(Number)}function Ra(n){let[t,e,s]=_t(n);return .299*t+.587*e+.114*s<128}function Me(n,t){let e=getComputedStyle(
n),s=e.backgroundColor,o=Ra(s),i=$a.map(r=>o&&r==="#000000"?"#FFFFFF":r);return{dark:o,paper:s,colors:i,colorBytes:i.
map(_t),paperBytes:_t(s),greyBytes:_t(o?"#9A9A9A":"#767676"),ink:e.color,soft:o?"#B5B5B5":"#595959",line:o?"#4\
A4A4A":"#D5D5D5",alarm:o?"#FF9E80":"#A61B00",E:Fa[o?"dark":"light"],M:Ca[o?"dark":"light"],family:e.fontFamily,
size:parseFloat(e.fontSize),scale:t}}var pt=n=>(t,e,s,o)=>{n.forEach(([i,r],a)=>t[a?"lineTo":"moveTo"](e+i*o,s+
r*o)),t.closePath()},Mo=[[-.34,-1],[.34,-1],[.34,-.34],[1,-.34],[1,.34],[.34,.34],[.34,1],[-.34,1],[-.34,.34],
[-1,.34],[-1,-.34],[-.34,-.34]],za=Mo.map(([n,t])=>[(n-t)*.75,(n+t)*.75]),ja=Array.from({length:10},(n,t)=>{let e=t%
2?.5:1.15;return[e*Math.sin(t*Math.PI/5),-e*Math.cos(t*Math.PI/5)]}),et=[(n,t,e,s)=>n.arc(t,e,.9*s,0,2*Math.PI),
pt([[0,-1],[.95,.75],[-.95,.75]]),pt([[-.8,-.8],[.8,-.8],[.8,.8],[-.8,.8]]),pt([[0,-1.1],[1.1,0],[0,1.1],[-1.1,
0]]),pt([[0,1],[.95,-.75],[-.95,-.75]]),pt(Mo),pt(za),pt(ja)];var Wa={light:["#c7def4","#fbdba6","#f2b3a1","#dcc2ec","#d2c4ae","#dedede","#c4c4c4"],dark:["#163f66","#5a4413",
"#6b2c1c","#4a2d63","#46402f","#34363a","#4a4c50"]},ot=5,Ba={"":()=>!1,dots:(n,t)=>n%4<1&&t%4<1,stripes:(n,t)=>(n+
t)%8<2,grid:(n,t)=>n<1||t<1},qa=[...["","dots"].flatMap(n=>Array.from({length:ot},(t,e)=>({color:e,mark:n}))),
{color:ot,mark:"stripes"},{color:ot+1,mark:"grid"}];function _e({status:n,level:t}){return n==="failed"||n==="\
collapsed"?2*ot+(n==="failed"?1:0):Math.min(t,ot-1)+(n==="unfinished"?ot:0)}var vt=8;function _o(n,t){let e=Wa[n.
dark?"dark":"light"];return qa.map(({color:s,mark:o})=>Ka(_t(e[s]),n,t,Ba[o]))}function Ka(n,t,e,s){let[o,i]=[
n,t.greyBytes].map(([a,h,l])=>(-16777216|l<<16|h<<8|a)>>>0),r=vt/e;return Uint32Array.from({length:e*e},(a,h)=>s(
h%e*r,Math.floor(h/e)*r)?i:o)}var Ae=class{constructor(){this.of=[],this.words=new Uint32Array(0)}paint(...t){
let[{words:e},...s]=t;if(s.every((o,i)=>o===this.of[i])){e.set(this.words);return}Ga(...t),this.words=e.slice(),
this.of=s}};function Ga({words:n,width:t,height:e},{box:s,x:o,y:i},{nx:r,ny:a,xs:h,ys:l},c,f){let u=Math.max(Math.
round(vt*f.scale),1),p=_o(f,u),d=Ao(t,r,b=>(o.back(b+.5)-h[0])/(h[1]-h[0])),m=Ao(e,a,b=>a===1?0:(i.back(b+.5)-
l[0])/(l[1]-l[0])),w=Math.min(Math.floor(s.left+s.width),t),y=Math.min(Math.floor(s.top+s.height),e);for(let b=Math.
ceil(s.top);b<y;b++)if(!(m[b]<0))for(let x=Math.ceil(s.left);x<w;x++){let M=d[x]<0?-1:c[m[b]*r+d[x]];M>=0&&(n[b*
t+x]=p[M][b%u*u+x%u])}}function Ao(n,t,e){return Int32Array.from({length:n},(s,o)=>{let i=Math.floor(t*e(o));return i>=
0&&i<t?i:-1})}function vo(n,t,e){let s=n.getContext("2d"),{width:o,height:i}=n,r=s.createImageData(o,i),a=_o(e,
vt)[t];new Uint32Array(r.data.buffer).forEach((h,l,c)=>{c[l]=a[Math.floor(l/o)%vt*vt+l%o%vt]}),s.putImageData(
r,0,0)}function No(n,t,{nx:e,ny:s,xs:o,ys:i},r,a){let[h,l]=[r%e,Math.floor(r/e)],c=u=>t.x.to(o[0]+u/e*(o[1]-o[0])),
f=u=>s===1?t.box.top+(1-u)*t.box.height:t.y.to(i[0]+u/s*(i[1]-i[0]));for(let[u,p]of[[a.paper,5],[a.ink,2]])n.strokeStyle=
u,n.lineWidth=p*a.scale,n.strokeRect(c(h),f(l+1),c(h+1)-c(h),f(l)-f(l+1))}var Ha={ArrowRight:[1,0],ArrowLeft:[-1,0],ArrowUp:[0,1],ArrowDown:[0,-1]},Oo={collapsed:"a component collapses",
failed:"EM fails"};function ko(n,t){if(!n)return"not computed yet.";let{status:e,nll:s}=n;if(e==="collapsed"||
e==="failed")return`${Oo[e]}.`;if(e==="unfinished")return`EM has not converged when it stops, at NLL ${O(s)}.`;
let o=s-t>.1?`${O(s-t)} above the best`:"the best";return`EM ends at NLL ${O(s)}, ${o} of this map.`}var ve=class{constructor({
onopen:t,onchoose:e,onwalk:s,onleave:o,onstart:i,hasOwnSteps:r}){this.which=z("mean of component",[],h=>e(Number(
h))),this.legend=g("p",{class:"emx-legend"}),this.swatches=new Map,this.progress=g("span",{}),this.sentence=g(
"p",{class:"emx-sentence",role:"status"});let a=g("button",{type:"button",title:"arrow keys move on the map, E\
nter starts there",onfocus:()=>s(0,0),onblur:o,onclick:h=>h.detail===0&&i(),onkeydown:h=>{let l=Ha[h.key];l&&(h.
preventDefault(),h.stopPropagation(),s(...l))}},"Walk by arrow keys, Enter starts");this.element=g("details",{
class:"emx-own",ontoggle:()=>t(this.element.open)},g("summary",{},"Where may a mean start?"),g("p",{},"Each pl\
ace of the picture has the colour of the end that EM reaches if this mean starts there, and all else starts as\
 it does now. A click starts there.",r?" These are the ends of the right E- and M-step.":""),g("div",{class:"e\
mx-bar"},this.which.element,a,this.progress),this.legend,this.sentence)}showChoice(t,e){this.which.select.options.
length!==t&&this.which.show(Array.from({length:t},(s,o)=>String(o))),this.which.choose(e)}showGroups(t,e,s){let o=t.
reduce((r,{count:a})=>r+a,0);this.progress.textContent=o<e?`${o} of ${e} places`:"";let i=new Map;for(let r of t){
let a=_e(r),h=i.get(a);i.set(a,{...r,...h,count:(h?.count??0)+r.count})}this.legend.replaceChildren(...[...i].
map(([r,a])=>g("span",{},this._swatch(r,s),` ${Ua(a)} (${Ja(a.count/o)})`)))}_swatch(t,e){let s=`${t} ${e.dark}`,
o=this.swatches.get(s);return o||(o=g("canvas",{width:24,height:16,"aria-hidden":"true"}),vo(o,t,e),this.swatches.
set(s,o)),o}say(t){this.sentence.textContent=t}};function Ua({status:n,level:t,nll:e}){if(n==="collapsed"||n===
"failed")return Oo[n];let s=t===0?", the best here":t>=ot-1?" and more":"";return`NLL ${O(e)}${s}${n==="unfini\
shed"?", not converged":""}`}function Ja(n){return n<.01?"<1%":`${Math.round(100*n)}%`}function So(n,t,e){let s=null,o=r=>{let a=t(st(n,r)[0]);return a===null?!1:(e(a),!0)};n.addEventListener("poin\
terdown",r=>{r.button!==0||!r.isPrimary||!o(r)||(s=r.pointerId,n.setPointerCapture(s))}),n.addEventListener("p\
ointermove",r=>r.pointerId===s&&o(r));let i=()=>s=null;n.addEventListener("pointerup",i),n.addEventListener("p\
ointercancel",i)}function st(n,t){let e=n.getBoundingClientRect(),s=n.width/e.width;return[(t.clientX-e.left)*
s,(t.clientY-e.top)*s]}function it(n,t,e,s){let o=Float64Array.from(n),{D:i,origin:r,axes:a,shown:h}=s.plane,l=Q(n.length,i)+t*i;for(let c=0;c<
h;c++){let f=0;for(let u=0;u<i;u++)f+=(n[l+u]-r[u])*a[u*h+c];for(let u=0;u<i;u++)o[l+u]+=(e[c]-f)*a[u*h+c]}return o}var P="own start",T="own points",Ne=["data","n_components","seed","start","reg_covar","own_start","own_points"];
function Ht(n){return JSON.stringify([n.data,n.data===T?n.own_points:0])}function Eo(n){let t=n.start===P?n.own_start:
0;return JSON.stringify([Ht(n),n.n_components,n.start,n.reg_covar,t])}function L(n){return`${Eo(n)} ${n.seed}`}
function Nt(n){return Eo({...n,n_components:0})}var Lo=40,Ya=100,Qa=160,Oe=class{constructor(t,e,s){this.app=e,this.isOpen=!1,this.k=0,this.cell=-1,this.map=null,
this.seen=null,this.layer=new Ae,this.shownAt=0,this.panel=new ve({onopen:o=>this._open(o),onchoose:o=>{this.k=
o,e.screen.redraw()},onwalk:(o,i)=>this._walk(o,i),onleave:()=>this._look(-1),onstart:()=>this._start(),hasOwnSteps:s}),
t.addEventListener("pointermove",o=>this.map&&this._look(this._cellAt(t,o))),t.addEventListener("pointerleave",
()=>this._look(-1)),t.addEventListener("click",o=>{!this.map||e.drag.hasGrabbed||e.layout.own.isAdding||(this.
_look(this._cellAt(t,o)),this._start())})}_open(t){this.isOpen=t,t||this._end(),this.app.screen.redraw()}_end(){
this.map&&this.app.showing.runs.stopFindingEnds(),this.map=this.seen=null,this.cell=-1}_key(){let{trace:t,dragged:e,
data:s,choice:o}=this.app.scene,i=(e??t)?.row(0);if(!i||!t||!s)return"";let r=Array.from(it(i,this.k,[0,0],s),
a=>a.toPrecision(9));return JSON.stringify([Ht(o),s.N,t.K,o.reg_covar,this.k,r])}under(t,e,s){let{trace:o,dragged:i,
choice:r}=this.app.scene;if(!this.isOpen||!o||o.K!==r.n_components)return;this.k>=o.K&&(this.k=0),this.panel.showChoice(
o.K,this.k);let a=this._key();if(a!==this.map?.key){if(i)return;this._ask(a,e)}let{map:h}=this;if(h){if(!this.
seen){let{groups:l,which:c}=ho(h.ends),f=Rn(h.grid,c.map(u=>u<0?-1:_e(l[u])));this.seen={classes:f,best:l[0]?.
nll??NaN},this.panel.showGroups(l,h.order.length,s),this._say()}this.layer.paint(t,e,h.grid,this.seen.classes,
s)}}_ask(t,{x:e,y:s,flat:o}){let{trace:i,data:r}=this.app.scene;if(!i||!r)return;let a={nx:o?Qa:Lo,ny:o?1:Lo,xs:[
e.low,e.high],ys:o?[0,0]:[s.low,s.high]},h=Cn(a),l=i.row(0),c=new Float64Array(h.length*l.length);h.forEach((f,u)=>{
c.set(it(l,this.k,ue(a,f),r),u*l.length)}),this.map={key:t,grid:a,order:h,ends:new Array(h.length).fill(void 0),
known:0},this.seen=null,this.app.showing.runs.findEnds({key:t,data:r,K:i.K,rows:c,regCovar:i.regCovar})}hear({
key:t,ends:e}){let{map:s}=this;if(t!==s?.key)return;for(let i of e)s.ends[s.order[s.known++]]=i;let o=performance.
now();s.known<s.order.length&&o-this.shownAt<Ya||(this.shownAt=o,this.seen=null,this.app.screen.redraw())}over(t,e,s){
this.map&&this.cell>=0&&No(t,e,this.map.grid,this.cell,s)}_cellAt(t,e){let{x:s,y:o}=this.app.screen.plane.framed,
[i,r]=st(t,e);return this.map?zn(this.map.grid,[s.back(i),o.back(r)]):-1}_walk(t,e){let{map:s}=this;if(!s)return;
let{nx:o,ny:i}=s.grid,r=this.cell<0?Math.floor(i/2)*o+Math.floor(o/2):this.cell,a=(h,l)=>Math.min(Math.max(h,0),
l-1);this._look(a(Math.floor(r/o)+e,i)*o+a(r%o+t,o))}_look(t){t!==this.cell&&(this.cell=t,this._say(),this.app.
screen.redraw())}_say(){let{map:t,cell:e,seen:s}=this,{data:o}=this.app.scene;if(!t||e<0||!o){this.panel.say("");
return}let r=ue(t.grid,e).slice(0,o.labels.length).map((a,h)=>`${o.labels[h]} = ${O(a)}`).join(", ");this.panel.
say(`Mean ${this.k} at ${r}: ${ko(t.ends[e],s?.best??NaN)}`)}_start(){let{map:t,cell:e}=this,{trace:s,data:o,canRun:i}=this.
app.scene;!t||e<0||!s||!o||!i||this.app.startFrom(it(s.row(0),this.k,ue(t.grid,e),o))}};function F(n,t,e,s){let{D:o,origin:i,axes:r,shown:a}=e,h=j(n,t,o,s),l=E(n,t,o,s),c=[0,0],f=[0,0,0];for(let u=0;u<
o;u++){for(let p=0;p<a;p++)c[p]+=(h[u]-i[u])*r[u*a+p];for(let p=0;p<o;p++){let d=l[u*o+p],m=r[u*a],w=a>1?r[u*a+
1]:0;f[0]+=m*d*r[p*a],a>1&&(f[1]+=m*d*r[p*a+1],f[2]+=w*d*r[p*a+1])}}return{weight:n[s],place:c,spread:f}}function Ot([
n,t,e]){let s=(n+e)/2,o=Math.hypot((n-e)/2,t);return{long:Math.sqrt(Math.max(s+o,0)),short:Math.sqrt(Math.max(
s-o,0)),angle:.5*Math.atan2(2*t,n-e)}}function Po(n,t,e){let s=0;for(let{weight:o,place:i,spread:r}of n){let[a,
h,l]=r,c=a*l-h*h;if(!(c>0))continue;let f=t-i[0],u=e-i[1],p=(l*f*f-2*h*f*u+a*u*u)/c;s+=o*Math.exp(-.5*p)/(2*Math.
PI*Math.sqrt(c))}return s}function Ds({weight:n,place:t,spread:e},s){let o=(s-t[0])**2/e[0];return n*Math.exp(
-.5*o)/Math.sqrt(2*Math.PI*e[0])}function Ut(n,t){let e=n/Math.max(t,1),s=10**Math.floor(Math.log10(e));return[1,2,5,10].map(o=>o*s).find(o=>o>=
e)??10*s}function To(n,t,e){if(!(t>n))return[n];let s=Ut(t-n,e),o=[];for(let i=Math.ceil(n/s-1e-9);i*s<=t+1e-9*
s;i++)o.push(i*s||0);return o}function Io(n,t,e=Math.abs(n)){Math.abs(n)<1e-9*t&&(n=0);let s=-Math.floor(Math.
log10(t)+1e-9),o=Math.floor(Math.log10(Math.abs(n)||1)+1e-9),i=e<1e6&&s<=5;return!i&&n===0?"0":(i?n.toFixed(Math.
max(0,s)):n.toExponential(Math.min(Math.max(o+s,0),12))).replace(/^-(0\.?0*)$/,"$1").replace("-","−")}function $o(n){
let[t,e]=[n[0],n[n.length-1]];if(!(e>t)||t<=0&&e>=0)return 0;let[s,o]=[Math.abs(t),Math.abs(e)].sort((c,f)=>c-
f),i=(c,f)=>Math.floor(c/10**f),r=(c,f)=>{let u=c;for(;!f(u);)u--;return u+1},a=Math.ceil(Math.log10(o)),h=r(a,
c=>i(s,c)!==i(o,c));(o-s)/10**h<=.01&&(h=r(a,c=>i(o,c)-i(s,c)>1));let l=i(o,h);return l>=1e3?Math.sign(t)*Number(
(l*10**h).toPrecision(15)):0}function ke(n){return(Math.abs(n)>=1e6||n!==0&&Math.abs(n)<.001?n.toExponential().
replace("e+","e"):String(n)).replaceAll("-","−")}function kt(n,t,e){let s=1/0,o=-1/0;for(let i=e;i<n.length;i+=
t)s=Math.min(s,n[i]),o=Math.max(o,n[i]);return[s,o]}function G([n,t],[e,s]){let o=(s-e)/(t-n||1);return{low:n,
high:t,to:i=>e+(i-n)*o,back:i=>n+(i-e)/o}}function Vs([n,t]){return t-n>1e-12*Math.max(Math.abs(n),Math.abs(t))?
t-n:0}function Fo(n){return Math.max(1,...n.flat().map(t=>1e3*1e-12*Math.abs(t)))}function Co(n,t=.08){let e=t*
(Vs(n)||Fo([n]));return[n[0]-e,n[1]+e]}function Se(n,t,e,s=.08){let o=[Vs(n),Vs(t)],[i,r]=[...o].sort((p,d)=>p-
d),a=!(i>0&&i<.25*r),h=r||Fo([n,t]),l=[e.width,e.height],c=l.map((p,d)=>p/(o[d]+2*s*(a?h:o[d])));a&&(c=c.fill(
Math.min(...c)));let[f,u]=[n,t].map(([p,d],m)=>{let w=l[m]/c[m]/2;return[p+(d-p)/2-w,p+(d-p)/2+w]});return{equal:a,
units:c,x:G(f,[e.left,e.left+e.width]),y:G(u,[e.top+e.height,e.top])}}function Ro(n,t,e,s){let o=[];for(let i=0;i<
e-1;i++)for(let r=0;r<t-1;r++){let a=i*t+r,h=[n[a],n[a+1],n[a+t+1],n[a+t]],l=[];for(let c=0;c<4;c++){let f=h[c]-
s,u=h[(c+1)%4]-s;if(f<0==u<0)continue;let p=f/(f-u);l.push([[r+p,i],[r+1,i+p],[r+1-p,i+1],[r,i+1-p]][c])}for(let c=0;c+
1<l.length;c+=2)o.push([...l[c],...l[c+1]])}return o}var Da=.1,Va=[.75,.25];function zo(n,t,e,s){let{clientWidth:o,clientHeight:i}=n,r=window.devicePixelRatio||1;n.
width=Math.round(o*r),n.height=Math.round(i*r);let a=n.getContext("2d");if(!a||!n.width)return;let h=Me(n,r),l={
left:0,top:0,width:n.width,height:n.height},c=s.plane.shown===1,f=c?[0,0]:kt(s.places,2,1),{x:u,y:p,units:d}=Se(
kt(s.places,2,0),f,l,Da);a.lineWidth=1.6*r;for(let m=0;m<e;m++){let{place:w,spread:y}=F(t,e,s.plane,m);if(a.strokeStyle=
h.colors[m%h.colors.length],a.beginPath(),c){let b=2*Math.sqrt(y[0]),x=n.height*Va[m%2];a.moveTo(u.to(w[0]-b),
x),a.lineTo(u.to(w[0]+b),x)}else{let[b,x]=d,{long:M,short:v,angle:_}=Ot([y[0]*b*b,y[1]*b*x,y[2]*x*x]);if(!Number.
isFinite(M+w[0]+w[1]))continue;a.ellipse(u.to(w[0]),p.to(w[1]),2*M,2*v,-_,0,2*Math.PI)}a.stroke()}}var Zs={bic:"BIC",heldOut:"held-out NLL"},Xs="BIC is 2 NLL + p log N of the best run of each K, with p free pa\
rameters. For the held-out NLL, EM goes on from that run with the samples of even number only; the NLL is that\
 of the others. The lowest is bold.",Ee=class{constructor(t){this.values={bic:new Map,heldOut:new Map},this.cells=
new Map;for(let e of this.names)for(let s of t)this.cells.set(`${e} ${s}`,g("td",{class:"emx-criterion"}));this.
heads=this.names.map(e=>g("th",{scope:"col",title:Xs},Zs[e])),this.sentence=g("p",{class:"emx-selection"},Xs)}get names(){
return Object.keys(Zs)}cellsOf(t){return this.names.map(e=>this.cells.get(`${e} ${t}`))}clear(){for(let t of this.
names)this.values[t].clear();this._show()}show(t,e){for(let s of this.names)this.values[s].set(t,e[s]);this._show()}_show(){
for(let s of this.cells.values())s.textContent="",delete s.dataset.lowest;let t=[];for(let s of this.names){let o=Za(
this.values[s]);for(let[i,r]of this.values[s]){let a=this.cells.get(`${s} ${i}`);a&&(a.textContent=Number.isFinite(
r)?r.toFixed(1).replace("-","−"):"–",i===o&&(a.dataset.lowest="",t.push(`the ${Zs[s]} at K = ${i}`)))}}let e=t.
length?` Lowest so far: ${t.join(", ")}.`:"";this.sentence.textContent=Xs+e}};function Za(n){let t=[...n].filter(
([,e])=>Number.isFinite(e));return t.length?t.reduce((e,s)=>s[1]<e[1]?s:e)[0]:null}var jo=[.1,1,10,100],tn={poor:"▾",collapsed:"×",unfinished:"…",failed:"!",good:""},en={good:"good",poor:"\
poor",collapsed:"collapsed",unfinished:"not converged",failed:"failed"};function Wo({status:n,gap:t}){if(n==="\
collapsed"||n==="failed"||Number.isNaN(t))return"none";let e=jo.findIndex(s=>t<=s);return e<0?jo.length:e}function Bo(){
let n=(e,s)=>g("span",{},g("i",{"data-level":e,"aria-hidden":"true"}),s),t=e=>g("span",{},g("b",{"aria-hidden":"\
true"},tn[e]),` ${en[e]}`);return g("p",{class:"emx-legend"},"Final NLL above the best of this K: ",n(0,"below\
 0.1"),n(1,"1"),n(2,"10"),n(3,"100"),n(4,"more"),...["poor","collapsed","unfinished","failed"].map(t))}var qo="Choose a cell to see the end of its run.",Le=class{constructor(t,e,s,o){this.onpick=s,this.draw=o,this.
selection=new Ee(t),this.thumbnail=g("canvas",{class:"emx-thumbnail","aria-hidden":"true"}),this.ends=new Map,
this.why="",this.cells=new Map,this.sentences=new Map,this.chosen="",this.picked="";let i=g("tr",{},g("th",{scope:"\
col"},"K \\ seed"),...e.map(a=>g("th",{scope:"col"},String(a))),...this.selection.heads),r=t.map(a=>g("tr",{},
g("th",{scope:"row"},String(a)),...e.map(h=>g("td",{},this._cell(a,h))),...this.selection.cellsOf(a)));this.table=
g("table",{onkeydown:a=>this._walk(a,t,e)},g("thead",{},i),g("tbody",{},...r)),this.sentence=g("p",{class:"emx\
-sentence",role:"status"},qo),this.element=g("div",{class:"emx-atlas"},g("div",{class:"emx-scroll"},this.table),
g("div",{class:"emx-told"},this.thumbnail,this.sentence),Bo(),this.selection.sentence)}_cell(t,e){let s=`${t} ${e}`,
o=`K = ${t}, seed ${e}: not computed yet.`,i=()=>this._say(s,this.why||o),r=g("button",{type:"button",tabindex:"\
-1","aria-label":`K ${t}, seed ${e}`,onclick:()=>this._pick(t,e),onfocus:i,onmouseenter:i,onmouseleave:()=>this.
_say(this.chosen)});return this.cells.set(s,r),r}_pick(t,e){this.picked=`${t} ${e}`,this.onpick(t,e)}clear(t=""){
this.sentences.clear(),this.ends.clear(),this.selection.clear(),this.why=t,this.thumbnail.hidden=!0,this.sentence.
textContent=t||qo;for(let e of this.cells.values())e.textContent="",delete e.dataset.level}showRow(t,e,s){for(let[
o,i]of e){let r=`${t} ${o}`,a=this.cells.get(r);if(!a)continue;let{status:h,nll:l,sentence:c}=i;a.dataset.level=
String(Wo(i)),a.textContent=tn[h],a.setAttribute("aria-label",`K ${t}, seed ${o}: ${en[h]}, NLL ${O(l)}`),this.
ends.set(r,s.get(o)??new Float64Array),this.sentences.set(r,`K = ${t}, seed ${o}. ${c}`)}this.chosen.startsWith(
`${t} `)&&this._say(this.chosen)}choose(t,e){this.cells.get(this.chosen)?.removeAttribute("aria-current"),this.
cells.get(this.chosen)?.setAttribute("tabindex","-1"),this.chosen=`${t} ${e}`;let s=this.cells.get(this.chosen);
s?.setAttribute("aria-current","true"),s?.setAttribute("tabindex","0"),this._say(this.chosen)}_say(t,e=this.sentence.
textContent??""){let s=this.ends.get(t),o=t===this.picked&&t===this.chosen?" The pictures have gone to its end\
.":"",i=this.sentences.get(t);this.sentence.textContent=i?i+o:e,this.thumbnail.hidden=!s,s&&this.draw(this.thumbnail,
s,Number(t.split(" ")[0]))}_walk(t,e,s){let i={ArrowRight:[0,1],ArrowLeft:[0,-1],ArrowDown:[1,0],ArrowUp:[-1,0]}[t.
key],r=[...this.cells].find(([,c])=>c===t.target);if(!i||!r)return;t.preventDefault(),t.stopPropagation();let[
a,h]=r[0].split(" ").map(Number),l=`${Ko(e,a,i[0])} ${Ko(s,h,i[1])}`;r[1].setAttribute("tabindex","-1"),this.cells.
get(l)?.setAttribute("tabindex","0"),this.cells.get(l)?.focus()}};function Ko(n,t,e){return n[Math.min(Math.max(
n.indexOf(t)+e,0),n.length-1)]}var Yt=[1,2,4,8,15,30,60],Jt={pie:"pies",blend:"blended",hard:"hard",none:"grey"},Xa=["data","start","reg_cova\
r"],Go={first:"M2 2h2v12H2zM14 2v12L5 8z",back:"M3 2h2v12H3zM13 3v10L6 8z",play:"M4 2l10 6-10 6z",pause:"M3 2h\
4v12H3zM9 2h4v12H9z",on:"M13 2h-2v12h2zM3 3v10l7-5z",last:"M14 2h-2v12h2zM2 2v12l9-6z"},Ho=[["ellipses","ellip\
ses","1 and 2 standard deviations of each component"],["trails","trails","the path that each mean has taken"],
["contours","density","contours of the mixture's density"],["truth","truth","the mixture the data were drawn f\
rom"]],th=[["bound","bound","the upper bound NLL + KL gap (minus the lower bound of the log-likelihood)"],["zo\
om","zoom in","only the half-steps near the marker"]];function Uo(n,t){let e=r=>n.controls.includes(r),s={data:z(
"data",n.data,r=>t({data:r})),n_components:Us("K",n.counts[0],n.counts[n.counts.length-1],r=>t({n_components:r})),
seed:Us("seed",n.seeds[0],n.seeds[n.seeds.length-1],r=>t({seed:r})),start:z("start",n.starts,r=>t({start:r})),
reg_covar:z("reg_covar",n.reg_covars,r=>t({reg_covar:Number(r)}))};return{element:g("div",{class:"emx-bar"},...Object.
entries(s).map(([r,a])=>e(r)?a.element:null)),show:r=>{s.n_components.show(r.n_components),s.seed.show(r.seed);
for(let a of Xa)s[a].choose(r[a])}}}function Jo(n){let t=(f,u,p,d)=>g("button",{type:"button","aria-label":u,title:`${u}\
 (${p})`,"aria-keyshortcuts":p,onclick:d},Hs(Go[f])),e=t("first","First","Home",()=>n.go(0)),s=t("back","Half-\
step back","ArrowLeft",()=>n.move(-1)),o=t("play","Play","Space",()=>n.player.toggle()),i=t("on","Half-step fo\
rward","ArrowRight",()=>n.move(1)),r=t("last","Last","End",()=>n.go(1/0)),a=g("input",{type:"range",min:"0",step:"\
1","aria-label":"half-step",oninput:()=>n.jump(Number(a.value))}),h=z("speed",Yt.map(String),f=>n.setSpeed(Number(
f)));return h.element.title="half-steps per second (+ and −)",o.classList.add("emx-play"),{element:g("div",{
class:"emx-transport",role:"group","aria-label":"transport"},e,s,o,i,r,a,h.element),show:({h:f,end:u,isPlaying:p,
text:d})=>{a.max=String(u),a.value=String(f),a.setAttribute("aria-valuetext",d),e.disabled=s.disabled=f===0,i.
disabled=r.disabled=f===u;let m=p?"Pause":"Play";o.getAttribute("aria-label")!==m&&(o.setAttribute("aria-label",
m),o.title=`${m} (Space)`,o.replaceChildren(Hs(Go[p?"pause":"play"])))},showSpeed:f=>h.choose(f)}}function Yo(n,t){
let e=z("samples",Object.values(Jt),c=>{let f=Object.keys(Jt);t({color:f.find(u=>Jt[u]===c)})});e.select.value=
Jt[n.color];let s={},o=(c,f)=>{t({[c]:f}),c==="bound"&&f&&!s.zoom.input.checked&&s.zoom.input.click()},i=([c,f,
u])=>(s[c]=xt(f,p=>o(c,p),u),s[c].input.checked=!!n[c],s[c].element),r=g("div",{class:"emx-layers",role:"group",
"aria-label":"data picture"},e.element,...Ho.map(i)),a=g("div",{class:"emx-layers",role:"group","aria-label":"\
right picture"},...th.map(i));return{left:r,right:a,boxes:s,show:c=>{s.bound.input.disabled=!!c?.isPart,s.truth.
input.disabled=!c?.truth,s.truth.element.title=c?.truth?Ho[3][2]:"the mixture these data were drawn from is no\
t known"},set:c=>{e.select.value=Jt[c.color];for(let[f,{input:u}]of Object.entries(s))u.checked=!!c[f]}}}var eh=.001;function Do(n){let[t,e]=[1/0,-1/0];for(let s=0;s<n.N;s++)t=Math.min(t,n.places[2*s]),e=Math.max(e,
n.places[2*s]);return eh*(e-t||1)}function Qt(n,t,e,[s,o]=[1,1]){let i=Q(n.length,e.D),[r,a,h]=F(n,i,e.plane,t).
spread;if(e.plane.shown===1)return{width:s*Math.sqrt(r),height:0,angle:0};let{long:l,short:c,angle:f}=Ot([s*s*
r,s*o*a,o*o*h]);return{width:l,height:c,angle:f}}function Pe(n,t,e,s,o,i=[1,1]){let{D:r,axes:a,shown:h}=o.plane,
l=Q(n.length,r),c=sh(e,s,i),f=new Float64Array(r*r);for(let m=0;m<r;m++){f[m*r+m]=1;for(let w=0;w<r;w++)for(let y=0;y<
h;y++)for(let b=0;b<h;b++){let x=c[y][b]-(y===b?1:0);f[m*r+w]+=a[m*h+y]*x*a[w*h+b]}}let u=Float64Array.from(n),
p=Qo(f,Qo(E(n,l,r,t),nh(f,r),r),r),d=K(l,r,t);for(let m=0;m<r;m++)for(let w=0;w<=m;w++)u[d++]=p[m*r+w];return u}
function sh(n,t,e){let[s,o,i,r]=[n,t].flatMap(({angle:c})=>[Math.cos(c),Math.sin(c)]),a=t.width/n.width,h=n.height>
0?t.height/n.height:1;return[[i*a*s+r*h*o,i*a*o-r*h*s],[r*a*s-i*h*o,r*a*o+i*h*s]].map((c,f)=>c.map((u,p)=>u*e[p]/
e[f]))}function Qo(n,t,e){let s=new Float64Array(e*e);for(let o=0;o<e;o++)for(let i=0;i<e;i++)for(let r=0;r<e;r++)
s[o*e+i]+=n[o*e+r]*t[r*e+i];return s}function nh(n,t){return n.map((e,s)=>n[s%t*t+Math.floor(s/t)])}function Te(n,t,e,s){if(t===1)return n;let o=Float64Array.from(n),[i,r]=[Math.min(Math.max(s,.01),1-.01),1-n[e]];
for(let a=0;a<t;a++)a!==e&&(o[a]=r>0?n[a]*(1-i)/r:(1-i)/(t-1));return o[e]=i,o}var Vo={width:["0.1","standard deviation in the direction of the angle"],height:["0.1","standard deviation acr\
oss the angle"],angle:["5","in degrees, anticlockwise from the horizontal axis"],weight:["0.05","the other wei\
ghts keep their proportions"]},Zo=180/Math.PI,Ie=class{constructor(t,e){this.app=t,this.which=e,this.axes={width:NaN,
height:NaN,angle:0};let s=Object.keys(Vo),o=i=>{let[r,a]=Vo[i];return g("input",{type:"number",step:r,title:a,
"aria-label":i,onchange:()=>this._set(i)})};this.fields=Object.fromEntries(s.map(i=>[i,o(i)])),this.element=g(
"div",{class:"emx-bar"},...s.map(i=>g("label",{},g("span",{},i),this.fields[i])))}_row(){let{trace:t,data:e,choice:s,
h:o}=this.app.scene,i=this.which();return!t||!e||t.K!==s.n_components||!(i>=0&&i<t.K)?null:{row:t.row(o),K:t.K,
data:e,k:i}}show(){let t=this._row(),{fields:e}=this;for(let l of Object.values(e))l.readOnly=!t;if(!t)return;
let{row:s,K:o,data:i,k:r}=t,a=i.plane.shown===1;this.axes=Xo(Qt(s,r,i),this.axes);let h={...this.axes,angle:this.
axes.angle*Zo,weight:s[r]};for(let l of Object.keys(h)){let c=l==="weight"?o===1:a&&l!=="width";e[l].readOnly=
c,e[l].matches(":focus")||(e[l].value=c?"":oh(h[l]))}}_set(t){let e=this._row(),s=Number(this.fields[t].value);
if(!e||this.fields[t].value===""||!Number.isFinite(s))return;let{row:o,K:i,data:r,k:a}=e;if(t==="weight"){this.
app.startFrom(Te(o,i,a,s));return}let h=Xo(Qt(o,a,r),this.axes),l=t==="angle"?s/Zo:Math.max(s,Do(r));this.axes=
{...h,[t]:l},this.app.startFrom(Pe(o,a,h,this.axes,r))}};function Xo({width:n,height:t,angle:e},s){if(n-t<=1e-9*
n)return{width:n,height:t,angle:s.angle};let o=Math.round((s.angle-e)/(Math.PI/2)),i=Number.isNaN(s.width)?0:o,
r=e+i*Math.PI/2;return i%2?{width:t,height:n,angle:r}:{width:n,height:t,angle:r}}function oh(n){return String(
Number(n.toPrecision(4)))}var $e=class{constructor(t){this.app=t,this.isAdding=!1,this.wanted=this.given=0,this.which=sn("component"),this.
component=new Ie(t,()=>Number(this.which.value)),this.why=g("p",{}),this.element=this._panel()}_panel(){let{which:t}=this,
[e,s]=[sn("x₁"),sn("x₂")];t.min="0",t.addEventListener("input",()=>{this.component.show(),this.app.drag.choose(
Number(t.value))});for(let h of[t,this.component.element])h.addEventListener("focusin",()=>this.app.drag.choose(
Number(t.value))),h.addEventListener("focusout",()=>this.app.drag.choose(-1));let o=()=>[e,s].map(h=>h.value===
""?NaN:Number(h.value)),i=xt("a click adds a point",h=>this.isAdding=h,"otherwise, drag a mean to set the star\
t"),r=(h,l)=>g("button",{type:"button",onclick:l},h),a=(h,l)=>g("label",{},g("span",{},h),l);return g("details",
{class:"emx-own"},g("summary",{},"Your own start and data"),g("p",{},"Drag a mean, a dot at the end of an axis\
 (it stretches and turns the component) or the dashed ring (its weight): EM starts from the mixture you see, w\
ith that change. Or enter numbers:"),g("div",{class:"emx-bar"},a("x₁",e),a("x₂",s),a("component",t),r("Mov\
e its mean there",()=>this.setMean(Number(t.value),o())),r("Add a point there",()=>this.addPoint(o()))),this.component.
element,g("div",{class:"emx-bar"},i.element,r("Remove all points",()=>this.removePoints())),this.why)}show(){this.
component.show()}open(){this.element.open=!0}_isPlace(t){let e=t.every(Number.isFinite);return e||this.app.say(
"Type a number for x₁ and for x₂."),e}setMean(t,e){let{scene:s}=this.app,{trace:o,data:i,choice:r,h:a}=s;this.
_isPlace(e)&&(!o||!i||o.K!==r.n_components?this.app.say("There is no picture of this choice yet, so there is n\
o mean to move."):!Number.isInteger(t)||!(t>=0&&t<o.K)?this.app.say(`There is no component ${t}: the component\
s are 0 to ${o.K-1}.`):this.app.startFrom(it(o.row(a),t,e,i)))}addPoint(t){let{app:e}=this,{data:s,choice:o}=e.
scene;if(!this._isPlace(t))return;if(s&&s.D!==2){e.say("Points can be added to data of two features: choose an\
other data set.");return}let r=[...o.data===T?o.own_points:ih(s),t];this._remember(),this.given=Math.min(this.
wanted,r.length);let a=this.given===o.n_components?{}:{n_components:this.given};e.choose({data:T,own_points:r,
...a})}removePoints(){this._remember(),this.app.choose({data:T,own_points:[]})}fit(t){t.own_points.length&&(this.
wanted=t.n_components,this.given=t.n_components=Math.min(this.wanted,t.own_points.length))}_remember(){let{data:t,
n_components:e}=this.app.scene.choice;(t!==T||e!==this.given)&&(this.wanted=e)}limit(t){for(let e of this.element.
querySelectorAll("input, button"))e.toggleAttribute("disabled",!!t);this.why.textContent=t}};function sn(n){return g(
"input",{type:"number",step:"any",value:"0","aria-label":n})}function ih(n){return n?Array.from({length:n.N},(t,e)=>[
n.X[2*e],n.X[2*e+1]]):[]}function rt({kind:n,component:t,feature:e=0},s,o){return n==="weight"?t:n==="mean"?s+t*o+e:K(s,o,t)+e*(e+3)/2}
function ti(n,t,e,s,o){let i=Float64Array.from(n);if(s.kind==="weight"){let r=1-n[s.component];for(let a=0;a<t;a++)
i[a]=(1-o)*(r>0?n[a]/r:1/(t-1))}return i[rt(s,t,e)]=o,i}function ei({X:n,N:t,D:e},s,o,i,r,a=Dt(i)){if(!rh(s,o,
e))return{nll:NaN,bound:NaN};C(n,t,e,s,o,r);let h=-a;for(let l=0;l<t*o;l++){let c=i[l];c>0&&(h-=c*r[l])}return{
nll:D(r,t,o),bound:h}}function Dt(n){let t=0;for(let e=0;e<n.length;e++){let s=n[e];s>0&&(t-=s*Math.log(s))}return t}function rh(n,t,e){for(let s=0;s<t;s++)if(!(n[s]>=0&&n[s]<=1)||!q(E(n,t,e,s),e))return!1;return!0}var Vt="",ah=["mean","weight","variance"];function nn(n,t){let e=[Vt];for(let s=0;s<n;s++){for(let o=0;o<t;o++)
e.push(`mean ${s} ${o}`);n>1&&e.push(`weight ${s}`);for(let o=0;o<t;o++)e.push(`variance ${s} ${o}`)}return e}
function Zt(n,t,e){if(!n||!nn(t,e).includes(n))return null;let[s,o,i=0]=n.split(" "),r=ah.find(a=>a===s);return r?
{kind:r,component:Number(o),feature:Number(i)}:null}function Fe({kind:n,component:t,feature:e=0},s){if(n==="we\
ight")return`weight ${t}`;if(s===1)return`${n} ${t}`;let o=String(e+1).replace(/\d/g,i=>String.fromCharCode(8320+
Number(i)));return`${n} ${t}, x${o}`}function si(n,t,e,s){let o=null,i=0;for(let r=0;r<e;r++){let a=Array.from(
{length:s},(l,c)=>{let f=rt({kind:"mean",component:r,feature:c},e,s);return Math.abs(t[f]-n[f])}),h=Math.hypot(
...a);h>i&&(i=h,o={kind:"mean",component:r,feature:a.indexOf(Math.max(...a))})}return o}var dt={nll:"NLL by iteration",bound:"bound as a curve",distance:"distance to the end (log)",entropy:"entropy \
of responsibilities"};function ni(n,t,e){let s=[Vt],o=()=>"the M-step",i=z("show",Object.values(dt),l=>{n.picture=
Object.keys(dt).find(c=>dt[c]===l),t({picture:n.picture}),a()}),r=z("along",[o(Vt)],l=>{n.axis=s.find(c=>o(c)===
l),t({axis:n.axis})}),a=()=>{let{picture:l="nll"}=n;r.element.hidden=l!=="bound",e.bound.element.hidden=l!=="n\
ll",e.zoom.element.hidden=l==="bound"};i.choose(dt[n.picture??"nll"]??dt.nll),a();let h=(l,c)=>{o=f=>{let u=Zt(
f,l,c);return u?Fe(u,c):"the M-step"},s=nn(l,c),r.show(s.map(o)),r.choose(o(n.axis??Vt))};return{elements:[i.element,
r.element],show:h}}var hh=250,Ce=class{constructor(t,e,s){this.pictures=t,this.transport=e,this.settled=s,this.timer=0,this.badge=
g("strong",{class:"emx-badge"}),this.where=g("span",{class:"emx-where"}),this.weights=g("span",{class:"emx-wei\
ghts",title:"mixture weights of components 0, 1, 2 and so on"}),this.why=g("p",{class:"emx-why"}),this.live=g(
"p",{class:"emx-hidden",role:"status"}),this.line=g("div",{class:"emx-status"},this.badge,this.where,this.weights),
this.elements=[this.line,this.why,this.live]}close(){clearTimeout(this.timer)}tell(t,e,s,o=""){let{badge:i,where:r,
weights:a,why:h}=this,{dragged:l,isPlaying:c,canRun:f,layers:u}=t,p=Ys(s),d=l?lh(e,s):Qs(e,s);i.textContent=s===
e.failed?`${p} failed`:p,i.dataset.name=A(s),r.textContent=d+(l?"":wo(e,f,s)),a.textContent=yo(e,s),h.textContent=
bo(e,s,u.bound);let m=s===e.failed||s===0&&e.failed>0||e.rises(s);h.classList.toggle("emx-alarm",m),this.transport.
show({h:s,end:e.last,isPlaying:c,text:`${p}, ${d}`}),clearTimeout(this.timer),c||(this.timer=window.setTimeout(
()=>this._readOut(t,e,s,d,o),hh))}clear(t){for(let e of[this.badge,this.where,this.weights,this.why])e.textContent=
"";delete this.badge.dataset.name,this.why.classList.remove("emx-alarm"),this.transport.show({h:0,end:0,isPlaying:!1,
text:"no points yet"}),clearTimeout(this.timer),this.live.textContent=t}_readOut(t,e,s,o,i){let{badge:r,where:a,
why:h,live:l,pictures:c}=this;if(l.textContent=`${r.textContent}, ${a.textContent}. ${h.textContent} ${i}`.trim(),
c.left.setAttribute("aria-label",xo(t.choice,e,s,t.layers)),i){let d=dt[t.layers.picture??""];c.right.setAttribute(
"aria-label",`${d[0].toUpperCase()}${d.slice(1)}. ${i}`),this.settled();return}let[f,u]=[e.nll[0],e.nll[e.nll.
length-1]].map(O),p=Math.floor(e.last/2);c.right.setAttribute("aria-label",`The negative log-likelihood over ${p}\
 iterations, from ${f} to ${u}; marked: ${o}.`),this.settled()}};function lh(n,t){let s=(n.failed>=0?" fails":
n.judged.flaw&&" collapses")||` ends at ${O(n.nll[n.nll.length-1])}`;return`dragged, NLL ${O(n.nllAt(t))}${n.isRunning?
"":`; from here EM${s}`}`}var oi="Keys: ← → half-step, ↑ ↓ iteration, Home, End, space plays, K k more or fewer components, S s seed, + \
− speed, . , next or previous sample, f full screen, Esc back to the notebook.",ch=500,Re=class{constructor(t,e){
let s=i=>t.controls.includes(i),o=i=>g("canvas",{role:"img","aria-label":i});this.left=o("the data"),this.right=
o("the negative log-likelihood"),this.controls=Uo(t,i=>e.choose(i)),this.transport=Jo(e),this.transport.showSpeed(
e.player.speed),this.layers=Yo(e.scene.layers,i=>e.setLayers(i)),this.picture=ni(e.scene.layers,i=>e.setLayers(
i),this.layers.boxes),this.layers.right.prepend(...this.picture.elements),this.note=g("p",{class:"emx-note"}),
this.problem=g("p",{class:"emx-problem",role:"alert"}),this.said=g("p",{class:"emx-said",role:"alert"}),this.status=
new Ce(this,this.transport,()=>e.settled()),this.atlas=new Le(t.counts,t.seeds,(i,r)=>e.toEnd({n_components:i,
seed:r}),(i,r,a)=>e.scene.data&&zo(i,r,a,e.scene.data)),this.atlas.element.hidden=!0,this.own=new $e(e),this.stories=
e.stories,s("stories")&&!t.has_own_steps&&t.max_iter>=ch&&this.controls.element.append(e.stories.element),this.
panels=[this.left,this.right].map(i=>g("div",{class:"emx-panel"},g("img",{hidden:!0}),i)),this.stage=g("div",{
class:"emx-panels",tabindex:"0",role:"group","aria-label":`Pictures of EM. ${oi}`},...this.panels,e.stories.card.
element),this.foot=fh(e,s,t.large),this.element=g("div",{class:"emx",role:"region","aria-label":"EM explorer",
tabindex:"-1"},this.controls.element,this.problem,this.said,this.stage,s("layers")?g("div",{class:"emx-under"},
this.layers.left,this.layers.right):null,this.transport.element,...this.status.elements,e.comparison.line,this.
note,this.foot,this.atlas.element,this.starts=g("div",{hidden:!s("own")},this.own.element)),this.element.classList.
toggle("emx-large",t.large)}addBasins(t){this.starts.append(t)}showChoice(t){this.controls.show(t),this.stories.
showChoice(t),this.said.textContent="",this.atlas.choose(t.n_components,t.seed)}get isLarge(){return this.element.
classList.contains("emx-large")}};function fh(n,t,e){let s=(i,r,a=!1)=>{let h=g("button",{type:"button","aria-\
pressed":String(a)},i);return h.onclick=()=>h.setAttribute("aria-pressed",String(r())),h},o={type:"button",onclick:()=>n.
surroundings.toggleFullScreen()};return g("div",{class:"emx-bar emx-foot"},t("atlas")?s("Atlas of K and seeds",
()=>n.showing.toggleAtlas()):null,...t("compare")?[n.comparison.pinButton,n.comparison.kmeansButton]:[],t("vie\
w")?s("Large type",()=>n.surroundings.toggleLarge(),e):null,t("view")?g("button",o,"Full screen"):null,g("deta\
ils",{class:"emx-keys"},g("summary",{},"Keys"),g("p",{},oi)))}var uh="Python no longer holds this explorer: it plays the runs of your functions that it has, and no others u\
ntil you",ze=class{constructor(t,e){this.layout=t,this.tell=e,this.reason="",this.isAlone=!1}ofKernel(t){this.
reason=t?"":`${uh} ${xe(this.layout.element)}.`,this.layout.own.limit(this.reason),this.tell()}keepStills(){if(this.
isAlone)for(let t of[this.layout.left,this.layout.right]){let e=t.previousElementSibling;e.src=t.toDataURL(),e.
alt=t.getAttribute("aria-label")??"",e.hidden=!1,t.setAttribute("aria-hidden","true")}}};var je=class{constructor(t,e,s){this.choice=t,this.h=e,this.layers={...s},this.data=null,this.trace=null,this.
dragged=null,this.held={component:-1,part:null,at:null},this.isPlaying=!1,this.canRun=!0}get isEmpty(){return this.
choice.data===T&&!this.choice.own_points.length}};var We=class{constructor(t,e,s){this.scene=t,this.runs=e,this.screen=s,this.wanted=null,this.timer=0}to(t){clearTimeout(
this.timer),this.wanted=t,t||(this.scene.dragged=null,this.runs.endAside(this.scene.choice)),this.screen.redraw()}compute(){
let{scene:t,runs:e,wanted:s}=this;if(!s||!t.data)return;this.wanted=null;let o=e.from(s,t.data,t.choice,9);t.dragged=
o,o.isRunning&&(this.timer=window.setTimeout(()=>e.followAside(o),120))}close(){clearTimeout(this.timer)}};var ph=.86,dh=1.6;function N(n,t,e,s,o){n.beginPath(),n.moveTo(t,e),n.lineTo(t+s,e+o),n.stroke()}function at(n,t){
n.font=`${ph*t.size*t.scale}px ${t.family}`}function on(n,t,e,s=!1){let o=Ut(t-n,e),i=To(n,t,e),r=s?$o(i):0,a=Math.
max(...i.map(h=>Math.abs(h-r)));return i.map(h=>({value:h,offset:r,text:Io(h-r,o,a)}))}function ii(n,t){let e=t[0]?.
offset;return e?`${n} ${e>0?"−":"+"} ${ke(Math.abs(e))}`:n}function ri(n,t){return t.reduce((e,{text:s})=>Math.
max(e,n.measureText(s).width),0)}function mh(n,t,e,s,o){let i=Math.min(8,s/(4.5*o)),r=on(t,e,i,!0);for(;i>1&&r.
length*(ri(n,r)+o)>s;)i/=1.5,r=on(t,e,i,!0);return r}function mt(n,t,e,s=8,o=!1){return on(n.low,n.high,Math.min(
s,t/(3.5*e)),o)}function St(n,t,e){at(n,e);let s=e.size*e.scale;return Math.ceil((dh+.7+ri(n,t)/s)*2)*.5*s}function Et(n,t,e){
n.strokeStyle=e.line,n.lineWidth=e.scale,n.strokeRect(t.left,t.top,t.width,t.height),n.fillStyle=e.soft,at(n,e)}
function Lt(n,t,e,s,o,{own:i,note:r=""}={}){let a=o.size*o.scale;n.textAlign="center",n.textBaseline="top";let h=i??
mh(n,e.low,e.high,t.width,a);for(let{value:l,text:c}of h)N(n,e.to(l),t.top+t.height,0,.3*a),n.fillText(c,e.to(
l),t.top+t.height+.4*a);n.fillText(ii(s,h)+r,t.left+t.width/2,t.top+t.height+1.7*a)}function Pt(n,t,e,s,o,i,r=-.3*
i.size*i.scale){let a=i.size*i.scale;n.textAlign="right",n.textBaseline="middle";for(let{value:h,text:l}of s)N(
n,t.left,e.to(h),r,0),n.fillText(l,t.left-.45*a,e.to(h));n.save(),n.translate(.75*a,t.top+t.height/2),n.rotate(
-Math.PI/2),n.textAlign="center",n.fillText(ii(o,s),0,0),n.restore()}function Tt(n,t,e,s,o){n.beginPath(),o==="M"?n.rect(t-.88*s,e-.88*s,1.76*s,1.76*s):n.arc(t,e,s,0,2*Math.PI),n.
fill()}function ht(n,t,e,s,o){let i=o.size*o.scale;n.fillStyle=o.paper,Tt(n,t,e,.58*i,s),n.fillStyle=W(s,o),Tt(
n,t,e,.42*i,s)}function W(n,t){return n==="E"?t.E:n==="M"?t.M:t.ink}function Be(n,t,e,s){let o=e.size*e.scale;
at(n,e);let i=Math.max(...s.map(({text:a})=>n.measureText(a).width))+2.6*o,r=t.left+t.width-i-.4*o;n.fillStyle=
e.paper,n.fillRect(r,t.top+.3*o,i,(.1+1.3*s.length)*o),n.textAlign="left",n.textBaseline="middle",s.forEach(({
text:a,color:h,dash:l},c)=>{let f=t.top+(1+1.3*c)*o;n.strokeStyle=h,n.lineWidth=2*e.scale,n.setLineDash(l.map(
u=>u*e.scale)),N(n,r+.2*o,f,1.6*o,0),n.setLineDash([]),n.fillStyle=e.soft,n.fillText(a,r+2.2*o,f)})}var gt=12,gh=6;function It(n,t,e){if(!e.zoom)return[0,Math.max(n.last,1)];let s=Math.max(0,Math.min(t-gt,n.last-
2*gt));return[s,Math.max(Math.min(s+2*gt,n.last),s+1)]}function rn(n,t,e,s){let o=1/0,i=-1/0,r=u=>{Number.isFinite(
u)&&(o=Math.min(o,u),i=Math.max(i,u))},h=n.nll.subarray(1).some(Number.isFinite)?Math.max(t,2):t;for(let u=Math.
min(h,e);u<=e;u++)r(n.nllAt(u)),s.bound&&r(n.nllAt(u)+n.gapIfKnown(u));if(i<o)return{low:0,high:1,clipped:!1};
let l=Math.max(i-o,1e-9*Math.abs(i),1e-9),c=t<2?n.nll[0]:-1/0,f=c-o>4*l&&e>2;return i=f?i+.25*l:Math.max(i,c),
i-o<1e-6&&([o,i]=[o-.5,i+.5]),{low:o,high:i,clipped:f}}function ai(n,{low:t,high:e,clipped:s},o,i){if(!n||o>n.
last)return{low:t,high:e,clipped:s};let r=rn(n,o,Math.min(i,n.last),{color:"none"});return{low:Math.min(t,r.low),
high:Math.max(e,r.high),clipped:s}}function $t(n,t){let e=Math.max(1,Ut((n.high-n.low)/2,Math.min(8,t))),s=[];
for(let o=Math.ceil(n.low/2/e)*e;2*o<=n.high;o+=e)s.push({value:2*o,text:String(o)});return s}function hi(n,t,e,s){
let o=performance.now();n.gap(s);for(let i=1;i<=e-t;i++)for(let r of[s-i,s+i])if(!(r<Math.max(t,1)||r>e||!Number.
isNaN(n.gapIfKnown(r)))&&(n.gap(r),performance.now()-o>gh))return!1;return!0}var qe=class{constructor(t){this.canvas=t,this.context=t.getContext("2d"),this.framed=null}halfStepAt(t){if(!this.
framed)return null;let{box:e,x:s}=this.framed;return t>=e.left-e.width/40&&t<=e.left+1.025*e.width?Math.round(
s.back(t)):null}clear(t){let{context:e,canvas:s}=this;this.framed=null,e.fillStyle=t.paper,e.fillRect(0,0,s.width,
s.height)}draw({trace:t,h:e,layers:s,look:o,marked:i,ghost:r}){let{context:a,canvas:h}=this;this.clear(o);let l=o.
size*o.scale,[c,f]=It(t,e,s),u=r&&!s.zoom?Math.max(f,r.last):f,p=!s.bound||hi(t,c,f,e),{low:d,high:m,clipped:w}=ai(
r,rn(t,c,f,s),c,u),[y,b]=[.6*l,h.height-3.7*l],x=G([d,m],[y+b-.5*l,y+.5*l]),M=mt(x,b,l,7),v=St(a,M,o),_={left:v,
top:y,width:h.width-v-.8*l,height:b},I=G([c,Math.max(u,c+1)],[_.left+.4*l,_.left+_.width-.6*l]);return this.framed=
{box:_,x:I},Et(a,_,o),Pt(a,_,x,M,"negative log-likelihood",o,_.width),Lt(a,_,I,"iteration",o,{own:$t(I,_.width/
(4*l))}),a.save(),a.beginPath(),a.rect(_.left,_.top,_.width,_.height),a.clip(),r&&this._ghost(r,c,u,I,x,o),s.bound&&
this._bound(t,c,f,I,x,o),this._curve(t,c,f,I,x,o,s),a.restore(),this._events(t,c,f,I,x,o,_),w&&c===0&&this._startNote(
t,_,o),s.bound&&this._legend(_,o),i&&this._marker(t,e,I,x,o,s,_),p}_curve(t,e,s,o,i,r,a){let{context:h}=this;h.
strokeStyle=r.ink,h.lineWidth=2*r.scale,h.lineJoin="round",h.beginPath();for(let l=e;l<=s;l++)h.lineTo(o.to(l),
i.to(t.nllAt(l)));if(h.stroke(),!(s-e>4*gt))for(let l=e;l<=s;l++){let c=a.bound?[t.nllAt(l),t.nllAt(l)+t.gap(l)]:
[t.nllAt(l)];h.fillStyle=W(A(l),r),c.forEach(f=>Tt(h,o.to(l),i.to(f),3*r.scale,A(l)))}}_ghost(t,e,s,o,i,r){let{
context:a}=this;a.strokeStyle=r.soft,a.lineWidth=2*r.scale,a.setLineDash([2*r.scale,3*r.scale]),a.beginPath();
for(let h=e;h<=Math.min(s,t.last);h++)a.lineTo(o.to(h),i.to(t.nllAt(h)));a.stroke(),a.setLineDash([])}_bound(t,e,s,o,i,r){
let{context:a}=this,h=[];for(let c=Math.max(e,1);c<=s;c++)Number.isNaN(t.gapIfKnown(c))||h.push(c);let l=c=>t.
nllAt(c)+t.gapIfKnown(c);a.fillStyle=r.M,a.globalAlpha=.25,a.beginPath(),h.forEach(c=>a.lineTo(o.to(c),i.to(l(
c)))),[...h].reverse().forEach(c=>a.lineTo(o.to(c),i.to(t.nllAt(c)))),a.fill(),a.globalAlpha=1,a.strokeStyle=r.
M,a.lineWidth=1.8*r.scale,a.setLineDash([6*r.scale,4*r.scale]),a.beginPath(),h.forEach(c=>a.lineTo(o.to(c),i.to(
l(c)))),a.stroke(),a.setLineDash([])}_events(t,e,s,o,i,r,a){let{context:h}=this;h.fillStyle=h.strokeStyle=r.alarm;
let l=5*r.scale;for(let c of t.run.rises){if(c<e||c>s)continue;let f=Math.max(i.to(t.nllAt(c)),a.top+l);h.beginPath(),
h.moveTo(o.to(c),f-1.4*l),h.lineTo(o.to(c)+l,f+.6*l),h.lineTo(o.to(c)-l,f+.6*l),h.fill()}if(t.failed>=e&&t.failed<=
s){let c=o.to(t.failed);h.lineWidth=2.5*r.scale,h.setLineDash([4*r.scale,4*r.scale]),N(h,c,a.top,0,a.height),h.
setLineDash([]);let f=i.to(t.nllAt(t.failed));N(h,c-l,f-l,2*l,2*l),N(h,c-l,f+l,2*l,-2*l)}}_marker(t,e,s,o,i,r,a){
let{context:h}=this,l=A(e),c=s.to(e),f=Math.max(o.to(t.nllAt(e)),a.top);if(h.strokeStyle=W(l,i),h.lineWidth=i.
scale,N(h,c,a.top+a.height,0,Math.min(0,f-a.top-a.height)),r.bound&&t.gap(e)>0){let u=Math.max(o.to(t.nllAt(e)+
t.gap(e)),a.top);h.lineWidth=3.5*i.scale,N(h,c,f,0,u-f)}ht(h,c,f,l,i)}_legend(t,e){Be(this.context,t,e,[{text:"\
NLL",color:e.ink,dash:[]},{text:"bound (NLL + KL)",color:e.M,dash:[6,4]}])}_startNote(t,e,s){let{context:o}=this,
i=s.size*s.scale;at(o,s),o.textAlign="left",o.textBaseline="top";let r=`↑ start: ${t.nll[0].toFixed(1)}`,a=e.
left+1.6*i;o.fillStyle=s.paper,o.fillRect(a-.2*i,e.top+.3*i,o.measureText(r).width+.4*i,1.1*i),o.fillStyle=s.soft,
o.fillText(r,a,e.top+.4*i)}};var Xt=97,li=[24,12,6,3,1],wh=2;function an(n,t){return Math.max(n.responsibilitiesIndex(t),0)}function yh(n,t,e){
let{K:s,run:o,data:i}=n,{D:r,N:a}=i,h=an(n,t),l=n.rowAt(h),c=(h+1)*n.width<o.params.length?n.rowAt(h+1):null,f=Zt(
e,s,r),u=c&&si(l,c,s,r);if(!f&&c&&u){let M=rt(u,s,r);return{parameter:u,isAlong:!0,places:[-1,3],valueAt:v=>l[M]+
v*(c[M]-l[M]),rowAt:v=>l.map((_,I)=>_+v*(c[I]-_))}}let p=f??{kind:"mean",component:0,feature:0},d=rt(p,s,r),m=c?
c[d]-l[d]:0,w=wh*bh(l,s,r,a,p),y=Math.max(Math.abs(m),w)||1,b=n.row(t),x=M=>l[d]+m/2+M*y;return{parameter:p,isAlong:!1,
places:[-3,3],valueAt:x,rowAt:M=>ti(b,s,r,p,x(M))}}function bh(n,t,e,s,{kind:o,component:i,feature:r}){let a=n[i];
if(o==="weight")return Math.sqrt(a*(1-a)/s);let h=n[rt({kind:"variance",component:i,feature:r},t,e)],l=Math.max(
a*s,1);return o==="mean"?Math.sqrt(h/l):h*Math.sqrt(2/l)}var Ke=class{constructor(t,e,s){let{data:o,K:i}=t;this.
key=ci(t,e,s),this.trace=t,this.line=yh(t,e,s),this.name=Fe(this.line.parameter,o.D),this.nll=new Float64Array(
Xt).fill(NaN),this.bound=new Float64Array(Xt).fill(NaN),this.scratch=new Float64Array(o.N*i);let r=t.responsibilities(
e);this.entropy=r?Dt(r):NaN,this.open=li.flatMap((l,c)=>Array.from({length:Xt},(f,u)=>u).filter(f=>f%l===0&&!li.
slice(0,c).some(u=>f%u===0)));let a=an(t,e),h=(a+1)*t.width<t.run.params.length;this.at=rt(this.line.parameter,
i,o.D),this.here=this._at(t.row(e),r),this.before=this._at(t.rowAt(a),r),this.after=h?this._at(t.rowAt(a+1),r):
{nll:NaN,bound:NaN}}isOf(t,e,s){return this.trace===t&&this.key===ci(t,e,s)}get known(){let t=new Set(this.open);
return Array.from({length:Xt},(e,s)=>s).filter(e=>!t.has(e))}placeOf(t){let[e,s]=this.line.places;return e+t*(s-
e)/(Xt-1)}compute(t,e){if(!this.open.length)return!0;let s=performance.now()+e,o=this.trace.responsibilities(t);
do{let i=this.open.shift();({nll:this.nll[i],bound:this.bound[i]}=this._at(this.line.rowAt(this.placeOf(i)),o))}while(this.
open.length&&performance.now()<s);return!this.open.length}_at(t,e){let{data:s,K:o}=this.trace,i=ei(s,t,o,e??[],
this.scratch,this.entropy);return e?i:{nll:i.nll,bound:NaN}}};function ci(n,t,e=""){let{K:s,data:o,run:i,width:r}=n,
a=an(n,t),h=(a+1)*r<i.params.length,l=n.responsibilitiesIndex(t)<0,c=Zt(e,s,o.D)||!h?n.paramsIndex(t):-1;return[
e,a,h,l,c].join()}var xh=2;function wt(n,t,{caption:e,xs:s,ys:o,bottom:i,left:r,across:a,up:h}){let{canvas:l}=n,c=t.size*t.scale;
Mh(n,t,e);let f=(.7+1.25*xh)*c,u=l.height-f-3.1*c,p=G(o,[f+u-.5*c,f+.5*c]),d=h??mt(p,u,c,7,!0),m=St(n,d,t),w={
left:m,top:f,width:l.width-m-.8*c,height:u},y=G(s,[w.left+.4*c,w.left+w.width-.6*c]);return Et(n,w,t),Pt(n,w,p,
d,r,t,w.width),Lt(n,w,y,i,t,{own:a?.(y,w.width/(4*c))}),{box:w,x:y,y:p}}function Mh(n,t,e){let s=t.size*t.scale;
at(n,t),n.fillStyle=t.ink,n.textAlign="left",n.textBaseline="top";let o=n.canvas.width-1.2*s;Ah(e,i=>n.measureText(
i).width<=o).forEach((i,r)=>n.fillText(i,.6*s,(.3+1.2*r)*s))}function Ah(n,t){let e=[];for(let s of n.split(" ")){
let o=e.length?`${e[e.length-1]} ${s}`:s;e.length&&t(o)?e[e.length-1]=o:e.push(s)}return e}function Ft(n,t,e){
n.save(),n.beginPath(),n.rect(t.left,t.top,t.width,t.height),n.clip(),e(),n.restore()}function Ge(n,{x:t,y:e},s,o){
n.strokeStyle=o.ink,n.lineWidth=2*o.scale,n.lineJoin="round",n.beginPath();for(let[i,r]of s)n.lineTo(t.to(i),e.
to(r));if(n.stroke(),!(s.length>4*gt))for(let[i,r]of s)n.fillStyle=W(A(i),o),Tt(n,t.to(i),e.to(r),3*o.scale,A(
i))}function He(n,t){if(!n)return null;let{box:e,x:s}=n;return t>=e.left-e.width/40&&t<=e.left+1.025*e.width?Math.
round(s.back(t)):null}function Ct(n){let t=Math.abs(n);return`${(t!==0&&t<.01?n.toExponential(1):n.toFixed(2)).replace(/-/g,"−")} \
nats`}var _h=4,vh=1e-9,Ue=class{constructor(t){this.context=t,this.caption="",this.cut=null}halfStepAt(){return null}draw({
trace:t,h:e,layers:s,look:o}){let{axis:i}=s;if(t.data.isPart)return this.caption="The bound is a sum over all \
samples, and only some of them are here.",wt(this.context,o,{caption:this.caption,xs:[0,1],ys:[0,1],bottom:"",
left:""}),!0;this.cut?.isOf(t,e,i)||(this.cut=new Ke(t,e,i));let{cut:r}=this,a=r.compute(e,_h),{here:h,value:l}=Nh(
r,t,e);this.caption=kh(r,t,e,h);let[c,f]=r.line.places.map(d=>r.line.valueAt(d)),u=wt(this.context,o,{caption:this.
caption,xs:[Math.min(c,f),Math.max(c,f)],ys:Oh(r),bottom:`${r.name} (${r.line.isAlong?"the others move along":
"the others stay"})`,left:"nats"});Ft(this.context,u.box,()=>{this._curve(u,r,r.bound,o.M,[6,4],o),this._curve(
u,r,r.nll,o.ink,[],o)});let p={text:"bound (NLL + KL)",color:o.M,dash:[6,4]};return Be(this.context,u.box,o,[{
text:"NLL",color:o.ink,dash:[]},...e>0?[p]:[]]),this._here(u,h,l,A(e),o),a}_curve({x:t,y:e},s,o,i,r,a){let{context:h}=this;
h.strokeStyle=i,h.lineWidth=2*a.scale,h.setLineDash(r.map(c=>c*a.scale)),h.beginPath();let l=!1;for(let c of s.
known){let f=Number.isFinite(o[c]),u=[t.to(s.line.valueAt(s.placeOf(c))),e.to(o[c])];f&&h[l?"lineTo":"moveTo"](
...u),l=f}h.stroke(),h.setLineDash([])}_here({x:t,y:e,box:s},o,i,r,a){let{context:h}=this,l=t.to(i),c=u=>Math.
min(Math.max(e.to(u),s.top),s.top+s.height),f=c(Number.isNaN(o.bound)?o.nll:o.bound);h.strokeStyle=W(r,a),h.lineWidth=
a.scale,N(h,l,s.top+s.height,0,f-s.top-s.height),h.lineWidth=3.5*a.scale,N(h,l,f,0,c(o.nll)-f),ht(h,l,f,r,a)}};
function Nh(n,t,e){let s=t.effective(e)>0&&t.effective(e)%2===0,{line:o}=n;return o.isAlong?{here:s?n.after:n.
before,value:o.valueAt(s?1:0)}:{here:n.here,value:t.row(e)[n.at]}}function Oh(n){let{before:t,after:e,line:s}=n,
o=s.isAlong?t:n.here,i=[...n.nll,o.nll,e.nll].filter(Number.isFinite);if(!i.length||!Number.isFinite(o.nll))return[
0,1];let r=Math.min(...i),a=t.bound-e.bound,h=s.isAlong?Math.max(a||0,.35*(o.nll-r)):Math.max(...i)-o.nll,l=Math.
max(o.nll+h,o.bound||-1/0);return l>r?[r,l]:[r-.5,r+.5]}function kh(n,t,e,s){let{before:o,after:i,line:r}=n,a=A(
t.effective(e));if(a==="start")return"There are no responsibilities yet, so there is no bound.";let h=s.bound-
s.nll,l=vh*Math.abs(s.nll);if(a==="E"){if(t.isOwn(e)&&h>1e-6)return`The bound stays ${Ct(h)} above the NLL: th\
e E-step is not the posterior.`;let d=t.effective(e)===1?"made a bound that":"lowered the bound until it",m=r.
isAlong?" The M-step will go to its lowest point.":"";return`The E-step has ${d} touches the NLL.${m}`}let c=h>
l?`The NLL is another ${Ct(h)} below.`:"It still touches the NLL.",f=o.bound-i.bound,u=Math.min(...n.known.map(
d=>n.bound[d]).filter(Number.isFinite),s.bound);return s.bound-u>.02*Math.max(o.bound-u,0)+l?`The M-step has n\
ot gone to the lowest point of the bound${t.regCovar>=1e-4?`: reg_covar = ${t.regCovar} keeps it off`:""}. ${c}`:
f<=l?`The bound was at its lowest point already. ${c}`:`The M-step has gone to the lowest point of the bound${r.
isAlong?`, ${Ct(f)} down`:""}. ${c}`}var Sh=1e-10,fi=1e-13,Eh=5e3,ui=10,Lh=.02,Je=class{constructor(t){this.trace=t,this.length=t.nll.length,this.ended=
t.run.ended;let{data:e,run:s,K:o,regCovar:i}=t,r=t.nll[this.length-1],a=!t.isRunning&&s.ended!=="failed"&&!e.isPart&&
!t.isOfOwnSteps,h={regCovar:i,tol:Math.max(Sh,fi*Math.abs(r)),maxIter:Eh},l=t.rowAt(this.length-1).slice();this.
longer=a?R(e,l,o,h):null}isOf(t){return this.trace===t&&this.length===t.nll.length&&this.ended===t.run.ended}compute(t){
let{longer:e}=this;return e?.ended==="running"&&$(e,performance.now()+t),e?.ended!=="running"}get nll(){let t=[
...this.trace.nll,...this.longer?.nll??[]].filter(Number.isFinite);return Math.min(...t)}get distances(){let t=this.
nll,e=10*fi*Math.abs(t);return Float64Array.from(this.trace.nll,s=>s-t>e?s-t:NaN)}};function Ye(n,t=ui,e=n.length-
1){if(e<=t)return NaN;let s=o=>Math.abs(n[o]-n[o-1]);return(s(e)/s(e-t))**(1/t)}function pi(n){let[t,e]=[n.length-
1,ui/2];return Math.abs(Ye(n,e)-Ye(n,e,t-e))<Lh}var Ph=6,Th=7,Qe=class{constructor(t){this.context=t,this.caption="",this.ending=null,this.framed=null}halfStepAt(t){
return He(this.framed,t)}draw({trace:t,h:e,layers:s,look:o}){let{context:i}=this;this.ending?.isOf(t)||(this.ending=
new Je(t));let r=this.ending.compute(Ph),{distances:a}=this.ending,[h,l]=It(t,e,s),c=a.map(Math.log10),f=[...c.
subarray(h>>1,(l>>1)+1)].filter(Number.isFinite),u=f.length?Math.floor(Math.min(...f)):-1,p=f.length?Math.max(
Math.ceil(Math.max(...f)),u+1):1;this.caption=$h(t,e,a);let d=wt(i,o,{caption:this.caption,xs:[h,Math.max(l,h+
1)],ys:[u,p],bottom:"iteration",left:"NLL above its end (log)",across:$t,up:Ih(u,p)});this.framed=d;let{box:m,
x:w,y}=d,b=Array.from({length:l-h+1},(v,_)=>h+_).map(v=>[v,c[t.paramsIndex(v)]]).filter(([,v])=>Number.isFinite(
v));Ft(i,m,()=>Ge(i,d,b,o));let x=c[t.paramsIndex(e)];i.strokeStyle=W(A(e),o),i.lineWidth=o.scale;let M=m.top+
m.height;return N(i,w.to(e),M,0,(Number.isFinite(x)?y.to(x):m.top)-M),Number.isFinite(x)&&ht(i,w.to(e),y.to(x),
A(e),o),r}};function Ih(n,t){let e=Math.ceil((t-n)/Th);return Array.from({length:Math.floor((t-n)/e)+1},(o,i)=>n+
i*e).map(o=>({value:o,text:ke(+`1e${o}`)}))}function $h(n,t,e){let s=n.paramsIndex(t),o=Number.isNaN(e[s])?"He\
re the NLL is at its end":`${Ct(e[s])} to go`,i=s>0?e[s]/e[s-1]:NaN,r=Number.isNaN(i)?"":`; iteration ${At(2*s)}\
 left ${i.toFixed(2)} of the distance`,a=n.isRunning?NaN:Ye(n.nll),h=pi(n.nll)?": a straight line":" on averag\
e",l=a<1?` Each of the last 10 leaves ${a.toFixed(2)}${h}.`:"";return`${o}${r}.${l}`}var Fh=6,di=new WeakMap;function De(n,t){let e=hn(n),s=n.responsibilitiesIndex(t);if(s<0)return NaN;let o=e.get(
s);return o===void 0&&(o=Dt(n.responsibilities(t)??[]),e.set(s,o)),o}function hn(n){let t=di.get(n)??new Map;return di.
set(n,t),t}function Ch(n,t,e,s){let o=performance.now()+Fh,i=hn(n);De(n,s);for(let r=1;r<=e-t;r++)for(let a of[
s-r,s+r])if(!(a<Math.max(t,1)||a>e||i.has(n.responsibilitiesIndex(a)))){if(performance.now()>o)return!1;De(n,a)}
return!0}var Ve=class{constructor(t){this.context=t,this.caption="",this.framed=null}halfStepAt(t){return He(this.
framed,t)}draw({trace:t,h:e,layers:s,look:o}){let{context:i}=this,[r,a]=It(t,e,s),h=Ch(t,r,a,e),l=hn(t),c=[];for(let y=Math.
max(r,1);y<=a;y++){let b=l.get(t.responsibilitiesIndex(y));b!==void 0&&Number.isFinite(b)&&c.push([y,b])}this.
caption=zh(t,e),this.framed=wt(i,o,{caption:this.caption,xs:[r,Math.max(a,r+1)],ys:Rh(c.map(([,y])=>y)),bottom:"\
iteration",left:"entropy in nats",across:$t});let{box:f,x:u,y:p}=this.framed;Ft(i,f,()=>Ge(i,{box:f,x:u,y:p},c,
o));let d=De(t,e),m=Number.isFinite(d),w=f.top+f.height;return i.strokeStyle=W(A(e),o),i.lineWidth=o.scale,N(i,
u.to(e),w,0,(m?p.to(d):f.top)-w),m&&ht(i,u.to(e),p.to(d),A(e),o),h}};function Rh(n){let[t,e]=[Math.min(...n),Math.
max(...n)];return n.length?e-t>1e-9*Math.max(1,e)?[t,e]:[t-.5,t+.5]:[0,1]}function zh(n,t){let e=De(n,t);if(Number.
isNaN(e))return"There are no responsibilities yet, so they have no entropy.";let{N:s}=n.data,o=Math.log(n.K),i=`${(e/
s).toFixed(3)} per sample`;return n.K===1?"With one component nothing is undecided: the entropy is 0.":`The re\
sponsibilities have ${e.toFixed(2)} nats of entropy: ${i}, where log ${n.K} = ${o.toFixed(2)} is undecided.`}var Ze=class{constructor(t){this.chart=new qe(t);let{context:e}=this.chart;this.others={bound:new Ue(e),distance:new Qe(
e),entropy:new Ve(e)},this.other=null}get caption(){return this.other?.caption??""}halfStepAt(t){return(this.other??
this.chart).halfStepAt(t)}clear(t){this.chart.clear(t)}draw(t){return this.other=this.others[t.layers.picture??
""]??null,this.other?(this.clear(t.look),this.other.draw(t)):this.chart.draw(t)}};var jh=[.5,1.5,3,5,8,12],H=64;function B(n,t){return[n.x.to(t[0]),n.y.to(n.flat?0:t[1])]}var Xe=class{constructor(t,e){
this.context=t,this.framed=e}_parts(t,e,s){return Array.from({length:e},(o,i)=>F(t,e,s.plane,i))}mixture(t,e,s,o,i){
let r=this._parts(e.row(s),e.K,t);this.framed.flat?(o.contours||o.ellipses)&&this._curves(r,o,i):o.contours&&this.
_contours(r,i),o.trails&&this._trails(t,e,s,i),o.ellipses&&r.forEach((a,h)=>this._spread(a,i.colors[h%i.colors.
length],i,[]))}_spread({place:t,spread:e},s,o,i){let{context:r,framed:a}=this;r.strokeStyle=s,r.setLineDash(i.
map(h=>h*o.scale));for(let h of[1,2]){if(r.lineWidth=(h===1?2.4:1.6)*o.scale*Math.sqrt(o.size/14),r.beginPath(),
a.flat){let l=a.y.to(0)+(h===1?3:8)*o.scale,c=h*Math.sqrt(e[0]);r.moveTo(a.x.to(t[0]-c),l),r.lineTo(a.x.to(t[0]+
c),l)}else{let[l,c]=a.units,{long:f,short:u,angle:p}=Ot([e[0]*l*l,e[1]*l*c,e[2]*c*c]),[d,m]=[a.x.to(t[0]),a.y.
to(t[1])];r.ellipse(d,m,f*h,u*h,-p,0,2*Math.PI)}r.stroke()}r.setLineDash([])}_trails(t,e,s,o){let{context:i,framed:r}=this,
a=e.paramsIndex(s);i.lineWidth=1.4*o.scale;for(let h=0;h<e.K;h++){i.strokeStyle=i.fillStyle=o.colors[h%o.colors.
length],i.beginPath();for(let f=0;f<=a;f++){let[u,p]=B(r,F(e.rowAt(f),e.K,t.plane,h).place);f?i.lineTo(u,p):i.
moveTo(u,p)}i.stroke();let[l,c]=B(r,F(e.rowAt(0),e.K,t.plane,h).place);i.beginPath(),i.arc(l,c,2.6*o.scale,0,2*
Math.PI),i.fill()}}_contours(t,e){let{context:s,framed:o}=this,{box:i,x:r,y:a}=o,h=new Float64Array(H*H),l=-1/0;
for(let u=0;u<H;u++)for(let p=0;p<H;p++){let d=i.left+p/(H-1)*i.width,m=i.top+u/(H-1)*i.height,w=Math.log(Po(t,
r.back(d),a.back(m))+1e-300);h[u*H+p]=w,l=Math.max(l,w)}s.strokeStyle=e.soft,s.lineWidth=e.scale,s.beginPath();
let c=i.width/(H-1),f=i.height/(H-1);for(let u of jh)for(let[p,d,m,w]of Ro(h,H,H,l-u))s.moveTo(i.left+p*c,i.top+
d*f),s.lineTo(i.left+m*c,i.top+w*f);s.stroke()}_curves(t,e,s){let{context:o,framed:i}=this,{box:r,x:a,y:h}=i,l=(c,f,u)=>{
o.strokeStyle=c,o.lineWidth=f*s.scale,o.beginPath();for(let p=r.left;p<=r.left+r.width;p+=2*s.scale)o.lineTo(p,
h.to(u(a.back(p))));o.stroke()};e.contours&&l(s.soft,1.6,c=>t.reduce((f,u)=>f+Ds(u,c),0)),e.ellipses&&t.forEach(
(c,f)=>{l(s.colors[f%s.colors.length],2,u=>Ds(c,u))})}end(t,e,s){let o=e.rowAt(e.nll.length-1);this._parts(o,e.
K,t).forEach((i,r)=>{this._spread(i,s.colors[r%s.colors.length],s,[2,3])})}grey(t,e,s,o){let i=this._parts(t,e,
s);if(this.framed.flat)this._curves(i,{color:"none",ellipses:!0},{...o,colors:[o.soft]});else for(let r of i)this.
_spread(r,o.soft,o,[])}truth(t,e){if(!t.truth)return;let{K:s,row:o}=t.truth;for(let i of this._parts(o,s,t)){this.
_spread(i,e.ink,e,[5,4]);let[r,a]=B(this.framed,i.place);N(this.context,r-5*e.scale,a,10*e.scale,0),N(this.context,
r,a-5*e.scale,0,10*e.scale)}}};function mi(n,t,e,s,o){let{context:i,framed:r}=n,a=e.row(Math.min(s,e.last));n.grey(a,e.K,t,o);let h=o.size*o.
scale;i.font=`${.9*h}px ${o.family}`,i.textAlign="right",i.textBaseline="top",i.lineWidth=4*o.scale;for(let l=0;l<
e.K;l++){let[c,f]=B(r,F(a,e.K,t.plane,l).place);i.strokeStyle=o.paper,i.strokeText(String(l),c-.6*h,f+.4*h),i.
fillStyle=i.strokeStyle=o.soft,i.fillText(String(l),c-.6*h,f+.4*h),i.lineWidth=2*o.scale,N(i,c-.4*h,f,.8*h,0),
N(i,c,f-.4*h,0,.8*h),i.lineWidth=4*o.scale}}function gi(n,t,e,s,o){let{D:i}=e,r=s.length/i;if(n.strokeStyle=o.
ink,n.lineWidth=1.6*o.scale,n.setLineDash([7*o.scale,4*o.scale]),i===1)for(let h of Kh(s))Wh(n,t,h);if(i===2)for(let[
h,l]of Gh(s,qh(t)))n.beginPath(),n.moveTo(...B(t,h)),n.lineTo(...B(t,l)),n.stroke();n.setLineDash([]),n.fillStyle=
o.paper,n.lineWidth=2*o.scale;let a=6*o.scale*Math.sqrt(o.size/14);for(let h=0;h<r;h++){let[l,c]=B(t,Bh(s.subarray(
h*i,(h+1)*i),e));n.beginPath(),et[h%et.length](n,l,c,a),n.fill(),n.stroke()}}function Wh(n,{box:t,x:e},s){n.beginPath(),
n.moveTo(e.to(s),t.top),n.lineTo(e.to(s),t.top+t.height),n.stroke()}function Bh(n,{plane:{D:t,origin:e,axes:s,
shown:o}}){return Array.from({length:o},(i,r)=>{let a=0;for(let h=0;h<t;h++)a+=(n[h]-e[h])*s[h*o+r];return a})}
function qh({box:n,x:t,y:e}){let s=t.back(n.left+n.width)-t.back(n.left),o=e.back(n.top)-e.back(n.top+n.height);
return 4*Math.hypot(s,o)}function Kh(n){let t=Float64Array.from(n).sort();return Array.from(t.subarray(1),(e,s)=>(e+
t[s])/2)}function Gh(n,t){let e=n.length/2,s=[];for(let o=0;o<e;o++)for(let i=o+1;i<e;i++){let[r,a,h,l]=[n[2*o],
n[2*o+1],n[2*i],n[2*i+1]],c=Math.hypot(h-r,l-a);if(!(c>0))continue;let[f,u]=[(r+h)/2,(a+l)/2],[p,d]=[(a-l)/c,(h-
r)/c],[m,w]=[-t,t];for(let y=0;y<e;y++){let[b,x]=[n[2*y],n[2*y+1]],M=2*((b-r)*p+(x-a)*d),v=(f-b)**2+(u-x)**2-(f-
r)**2-(u-a)**2;y===o||y===i||(M>0?w=Math.min(w,v/M):M<0?m=Math.max(m,v/M):v<0&&(w=-1/0))}m<w&&s.push([[f+m*p,u+
m*d],[f+w*p,u+w*d]])}return s}var Hh=(n,t)=>{let e=Math.atan2(n,-t),o=1-Math.abs((e/(2*Math.PI)*10+20)%2-1);return Math.hypot(n,t)<.48+.52*(1-
o)**1.6},ts=[(n,t)=>n*n+t*t<.8,(n,t)=>t<.72&&t>1.9*Math.abs(n)-1.05,(n,t)=>Math.max(Math.abs(n),Math.abs(t))<.78,
(n,t)=>Math.abs(n)+Math.abs(t)<1.05,(n,t)=>t>-.72&&-t>1.9*Math.abs(n)-1.05,(n,t)=>Math.min(Math.abs(n),Math.abs(
t))<.34&&Math.max(Math.abs(n),Math.abs(t))<.95,(n,t)=>Math.min(Math.abs(n+t),Math.abs(n-t))<.46&&Math.max(Math.
abs(n),Math.abs(t))<.85,Hh];function Uh(n,t){let e=ts[n%ts.length],s=Math.ceil(t),o=[];for(let i=-s;i<=s;i++)for(let r=-s;r<=
s;r++){let a=0;for(let h=0;h<16;h++){let l=r-.5+(h%4+.5)/4,c=i-.5+(Math.floor(h/4)+.5)/4;e(l/t,c/t)&&a++}if(a){
let h=(Math.atan2(r,-i)/(2*Math.PI)+1)%1||.01;o.push({dx:r,dy:i,cover:a/16,turn:h})}}return{n:o.length,reach:s,
dx:Int32Array.from(o,({dx:i})=>i),dy:Int32Array.from(o,({dy:i})=>i),cover:Float64Array.from(o,({cover:i})=>i),
turn:Float64Array.from(o,({turn:i})=>i)}}var te=class{constructor(t,e,s){this.width=t,this.height=e,this.bytes=
s,this.words=new Uint32Array(s.buffer,s.byteOffset,t*e),this.masks=new Map}clear([t,e,s]){this.words.fill((255<<
24|s<<16|e<<8|t)>>>0)}_masks(t){let e=this.masks.get(t)??ts.map((s,o)=>Uh(o,t));return this.masks.set(t,e),e}draw({
at:t,r:e,K:s,how:o,colors:i,grey:r,paper:a,radius:h,halo:l}){let c=t.length/2,f=this._masks(h),u=this._masks(h+
1),p=e&&o==="pie",[d,m]=p?[1.35*h,1.35*h+1].map(w=>this._masks(w)[0]):[];for(let w=0;w<c;w++){let y=Math.round(
t[2*w]),b=Math.round(t[2*w+1]),x=e?Jh(e,w*s,s):0,M=e?x%ts.length:0;if(p&&d&&m&&e[w*s+x]<.97){l&&this._stamp(y,
b,m,a,l),this._pie(y,b,d,e,w*s,s,i);continue}l&&this._stamp(y,b,u[M],a,l),e?o!=="blend"?this._stamp(y,b,f[M],i[x],
1):this._stamp(y,b,f[M],Yh(e,w*s,s,i),1):this._stamp(y,b,f[0],r,1)}}_stamp(t,e,s,o,i){if(!this._reaches(t,e,s))
return;let{bytes:r,words:a}=this,{n:h,dx:l,dy:c,cover:f}=s,{0:u,1:p,2:d}=o,m=(255<<24|Math.round(d)<<16|Math.round(
p)<<8|Math.round(u))>>>0;for(let w=0;w<h;w++){let y=(e+c[w])*this.width+t+l[w],b=f[w]*i;if(b===1){a[y]=m;continue}
let x=4*y;r[x]+=(u-r[x])*b,r[x+1]+=(p-r[x+1])*b,r[x+2]+=(d-r[x+2])*b}}_pie(t,e,s,o,i,r,a){if(!this._reaches(t,
e,s))return;let{bytes:h}=this;for(let l=0;l<s.n;l++){let c=0;for(let u=o[i];u<=s.turn[l]&&c<r-1;u+=o[i+c])c++;
let f=4*((e+s.dy[l])*this.width+t+s.dx[l]);for(let u=0;u<3;u++)h[f+u]+=(a[c][u]-h[f+u])*s.cover[l]}}_reaches(t,e,{
reach:s}){return t>=s&&e>=s&&t<this.width-s&&e<this.height-s}};function Jh(n,t,e){let s=0;for(let o=1;o<e;o++)
n[t+o]>n[t+s]&&(s=o);return s}var ln=new Float64Array(3);function Yh(n,t,e,s){ln.fill(0);for(let o=0;o<e;o++)if(!(n[t+
o]<1e-4))for(let i=0;i<3;i++)ln[i]+=n[t+o]*s[o][i];return ln}var wi=[[300,4.6],[1500,3.8],[5e3,2.6],[1/0,1.9]],es=5,yi=.2,ss=class{constructor(t){this.canvas=t,this.context=
t.getContext("2d"),this.pixels=this.context.createImageData(1,1),this.image=new te(1,1,this.pixels.data),this.
framed={}}_frame(t,e,s){let{width:o,height:i}=this.canvas,r=this.framed;if(r.data===t&&r.width===o&&r.height===
i&&r.size===e.size)return;let a=t.plane.shown===1,h=kt(t.places,2,0),l=kt(t.places,2,1),c=s&&r.units&&!a&&!r.flat&&
r.width===o&&Dh(r,h,l),{box:f,x:u,y:p,units:d,equal:m}=c?r:this._fitted(h,l,a,e),w=new Float64Array(2*t.N);for(let b=0;b<
t.N;b++){w[2*b]=u.to(t.places[2*b]);let x=f.height*(1-yi*(.15+.7*(b*.618034%1)));w[2*b+1]=a?f.top+x:p.to(t.places[2*
b+1])}this.framed={data:t,width:o,height:i,size:e.size,box:f,x:u,y:p,units:d,equal:m,flat:a,at:w};let y=this.context.
createImageData(o,i);this.pixels=y,this.image=new te(o,i,y.data)}_fitted(t,e,s,o){let{width:i,height:r}=this.canvas,
a=o.size*o.scale,h=3.4*a;for(let l=0;;l++){let c={left:h,top:.6*a,width:i-h-.6*a,height:r-3.7*a},f=s?Vh(t,c):Se(
t,e,c),u=Math.max(3.4*a,St(this.context,mt(f.y,c.height,a,8,!s),o));if(u<=h||l===2)return{box:c,...f};h=u}}draw({
data:t,trace:e,h:s,layers:o,look:i,keep:r,showsEnd:a,under:h,between:l,over:c,others:f}){this._frame(t,i,r);let{
context:u,framed:p}=this;this._points(t,e,s,o,i,h),u.lineJoin="round",this._axes(t,i);let d=new Xe(u,p);this._clipped(
()=>{f?.ghost&&mi(d,t,f.ghost,s,i),f?.means&&gi(u,p,t,f.means,i),e&&d.mixture(t,e,s,o,i),o.truth&&t.truth&&d.truth(
t,i),e&&a&&d.end(t,e,i),l?.(u,p)}),e&&o.ellipses&&this._means(t,e,s,i),c&&this._clipped(c)}_clipped(t){let{context:e,
framed:s}=this,{left:o,top:i,width:r,height:a}=s.box;e.save(),e.beginPath(),e.rect(o,i,r,a),e.clip(),t(),e.restore()}clear(t){
let{context:e,canvas:s,framed:o}=this,{width:i,height:r}=s,h=o.units&&!o.flat&&o.width===i&&o.height===r?o:this.
_fitted([-es,es],[-es,es],!1,t);this.framed={...h,data:null,width:i,height:r,size:t.size,flat:!1,at:new Float64Array(
0)},e.fillStyle=t.paper,e.fillRect(0,0,i,r),this._axes({labels:["x₁","x₂"]},t)}_points(t,e,s,o,i,r){let a=(wi.
find(([l])=>t.N<=l)??wi[0])[1],h=t.N>1500;this.image.clear(i.paperBytes),r?.(this.image,this.framed),this.image.
draw({at:this.framed.at,r:e&&o.color!=="none"?e.responsibilities(s):null,K:e?.K??0,how:o.color,colors:i.colorBytes,
grey:i.greyBytes,paper:i.paperBytes,radius:a*i.scale*Math.sqrt(i.size/14),halo:h?0:.75}),this.context.putImageData(
this.pixels,0,0)}_axes(t,e){let{context:s,framed:o}=this,{box:i,x:r,y:a,flat:h,equal:l}=o,c=mt(a,i.height,e.size*
e.scale,8,!h).filter(({value:f})=>!h||f>=0);Et(s,i,e),Lt(s,i,r,t.labels[0],e,{note:l?"":`, not to the scale of\
 ${t.labels[1]}`}),Pt(s,i,a,c,h?"density":t.labels[1],e)}placeOfMean(t,e,s,o){let{box:i}=this.framed,[r,a]=B(this.
framed,F(t,e,s.plane,o).place),h=(f,u,p)=>Math.min(Math.max(f,u),u+p),[l,c]=[h(r,i.left,i.width),h(a,i.top,i.height)];
return{x:l,y:c,outside:l!==r||c!==a}}_besideMean(t,e,s,o){let{box:i}=this.framed;return[t+1.2*s+o<i.left+i.width?
t+.8*s:t-s-o,e-3*s>i.top?e-.6*s:e+2.8*s]}_means(t,e,s,o){let{context:i}=this,r=e.row(s),a=7.5*o.scale*Math.sqrt(
o.size/14);i.font=`600 ${.95*o.size*o.scale}px ${o.family}`,i.textAlign="left",i.textBaseline="bottom";for(let l=0;l<
e.K;l++){let{x:c,y:f,outside:u}=this.placeOfMean(r,e.K,t,l);i.beginPath(),et[l%et.length](i,c,f,a),i.strokeStyle=
o.paper,i.lineWidth=5*o.scale,i.stroke(),i.strokeStyle=u?o.colors[l%o.colors.length]:o.ink,i.lineWidth=1.6*o.scale,
i.fillStyle=u?o.paper:o.colors[l%o.colors.length],i.fill(),i.stroke()}let h=Array.from({length:e.K},(l,c)=>this.
placeOfMean(r,e.K,t,c));for(let{x:l,y:c,text:f}of Qh(h,1.5*a)){let u=this._besideMean(l,c,a,i.measureText(f).width);
i.strokeStyle=o.paper,i.lineWidth=4*o.scale,i.strokeText(f,...u),i.fillStyle=o.ink,i.fillText(f,...u)}}};function Qh(n,t){
let e=[];return n.forEach(({x:s,y:o},i)=>{let r=e.find(a=>Math.hypot(a.x-s,a.y-o)<t);r?r.text+=`, ${i}`:e.push(
{x:s,y:o,text:String(i)})}),e}function Dh({x:n,y:t,box:e},s,o){return n.to(s[1])<=e.left+e.width&&t.to(o[0])<=
e.top+e.height&&n.to(s[0])>=e.left&&t.to(o[1])>=e.top}function Vh(n,t){let e=Co(n),s=8/(Math.sqrt(2*Math.PI)*(e[1]-
e[0])),o=t.top+t.height*(1-yi);return{x:G(e,[t.left,t.left+t.width]),y:G([0,s],[o,t.top]),units:[1,1],equal:!0}}var cn=4.5,bi=cn*Math.sqrt(10),ee=18,X={least:22,most:92,hit:7},ns=18,Zh=1,Xh=n=>n>=2*ns?n:ns+n/2,tl=n=>n>=2*ns?
n:2*(n-ns);function os(n,t,e,s,o,i,r){let{box:a}=n,h=Qt(t,e,s,_i(n)),l=([y,b]=i)=>y>=a.left&&y<=a.left+a.width&&
b>=a.top&&b<=a.top+a.height,c=y=>{let[b,x]=vi(h,y),M=Xh(h[y]/o)*o,v=Fn=>[i[0]+Fn*M*b,i[1]+Fn*M*x],I=(r?nt(v(-1),
r)<nt(v(1),r):!l(v(1))&&l(v(-1)))?-1:1;return{part:y,at:v(I),sign:I}},u=Q(t.length,s.D)>1?(X.least+(X.most-X.least)*
t[e])*o:0,p=n.flat?[c("width")]:[c("width"),c("height")],[d,m]=[0,0];for(let{at:y}of p)[d,m]=[d+(i[0]-y[0])/nt(
y,i),m+(i[1]-y[1])/nt(y,i)];n.flat&&(m=-1);let w=Math.hypot(d,m);return{k:e,mean:i,axes:h,dots:p,ring:u,knob:[
i[0]+u*d/w,i[1]+u*m/w],px:o}}function fn({mean:n,dots:t,ring:e,knob:s,px:o},i){let r=[{part:"mean",place:n,reach:e?
X.least-X.hit:ee},...t.map(c=>({part:c.part,place:c.at,reach:bi}))];e&&r.push({part:"weight",place:s,reach:bi});
let a=r.map(({place:c,reach:f})=>nt(c,i)/(f*o)),h=a.indexOf(Math.min(...a));return a[h]<1?{part:r[h].part,far:a[h]}:
{part:e&&Math.abs(nt(n,i)-e)<X.hit*o?"weight":null,far:1}}function Mi(n,t){let{mean:e,ring:s,px:o}=n;return fn(
n,t).part!==null||un(n,t)<=1||nt(e,t)<s+X.hit*o}function un({mean:n,axes:t,dots:e},s){let[o,i]=[s[0]-n[0],s[1]-
n[1]];return Math.hypot(...e.map(({part:r})=>{let[a,h]=vi(t,r);return(o*a+i*h)/t[r]}))}function Ai({k:n,mean:t,
axes:e,dots:s,ring:o,px:i},r,a,h,l,c,f){if(r==="mean")return it(l,n,[f.x.back(h[0]),f.flat?0:f.y.back(h[1])],c);
if(r==="weight"){let I=((o+nt(h,t)-nt(a,t))/i-X.least)/(X.most-X.least);return Te(l,Q(l.length,c.D),n,I)}let{at:u,
sign:p}=s.find(_=>_.part===r)??s[0],{left:d,top:m,width:w,height:y}=f.box,b=p*(xi(u[0]+h[0]-a[0],d,w)-t[0]),x=f.
flat?0:p*(xi(u[1]+h[1]-a[1],m,y)-t[1]),M=Math.max(tl(Math.hypot(b,x)/i),Zh)*i,v=f.flat?0:Math.atan2(-x,b)-(r===
"height"?Math.PI/2:0);return Pe(l,n,e,{...e,[r]:M,angle:v},c,_i(f))}function xi(n,t,e){return Math.min(Math.max(
n,t),t+e)}function _i({x:n,y:t}){return[n.to(1)-n.to(0),t.to(0)-t.to(1)]}function vi({angle:n},t){let e=t==="w\
idth"?n:n+Math.PI/2;return[Math.cos(e),-Math.sin(e)]}function nt(n,t){return Math.hypot(n[0]-t[0],n[1]-t[1])}function el(n,t,e){let s=Math.min(e/2/Math.hypot(t[0]-n[0],t[1]-n[1]),1);return[n[0]+s*(t[0]-n[0]),n[1]+s*(t[1]-
n[1])]}function Ni(n,{k:t,mean:e,dots:s,ring:o,knob:i,px:r},a,h,l){let c=l.colors[t%l.colors.length],f=(m,w)=>{
let y=(m?3:1.5)*r;for(let[b,x]of[[l.paper,y+2*r],[l.ink,y]])n.strokeStyle=b,n.lineWidth=x,n.beginPath(),w(),n.
stroke()},u=([m,w],y)=>{n.fillStyle=y?l.ink:c,f(!1,()=>n.arc(m,w,(y?1.4:1)*cn*r,0,2*Math.PI)),n.fill()};o&&(n.
setLineDash([5*r,4*r]),f(a==="weight",()=>n.arc(...e,o,0,2*Math.PI)),n.setLineDash([]));for(let{at:m}of s)f(!1,
()=>(n.moveTo(...el(e,m,ee*r)),n.lineTo(...m)));for(let{at:m,part:w}of s)u(m,a===w);if(!o||(u(i,a==="weight"),
a!=="weight"))return;n.font=`600 ${.95*l.size*l.scale}px ${l.family}`,n.textAlign=i[0]<e[0]?"right":"left",n.textBaseline=
"middle";let p=[i[0]+(i[0]<e[0]?-10:10)*r,i[1]],d=`weight ${h.toFixed(2)}`;n.strokeStyle=l.paper,n.lineWidth=4*
l.scale,n.strokeText(d,...p),n.fillStyle=l.ink,n.fillText(d,...p)}var se=class{constructor(t,e,s={}){this.X=t,this.D=e,this.N=t.length/e;let{plane:o,labels:i,note:r}=sl(t,this.
N,e),{truth:a=null,start:h=null,components:l=null,n_samples:c=0}=s;this.plane=o,this.labels=s.labels??i,this.note=
s.note??r,this.truth=a,this.start=h,this.components=l,this.isPart=this.N<c,this.places=this._places()}_places(){
let{D:t,origin:e,axes:s,shown:o}=this.plane,i=new Float64Array(2*this.N);for(let r=0;r<this.N;r++)for(let a=0;a<
o;a++){let h=0;for(let l=0;l<t;l++)h+=(this.X[r*t+l]-e[l])*s[l*o+a];i[2*r+a]=h}return i}};function sl(n,t,e){if(e>
2)return nl(n,t,e);let s=new Float64Array(e*e);for(let r=0;r<e;r++)s[r*e+r]=1;let o={D:e,origin:new Float64Array(
e),axes:s,shown:e},i=e>1?"":"The data have one feature: it lies on the horizontal axis, and curves show the de\
nsities.";return{plane:o,labels:["x₁","x₂"].slice(0,e),note:i}}function nl(n,t,e){let s=new Float64Array(e);
for(let p=0;p<n.length;p++)s[p%e]+=n[p]/t;let o=new Float64Array(e*e);for(let p=0;p<t;p++)for(let d=0;d<e;d++){
let m=n[p*e+d]-s[d];for(let w=0;w<e;w++)o[d*e+w]+=m*(n[p*e+w]-s[w])}let{values:i,vectors:r}=tt(o,e),a=new Float64Array(
2*e);for(let p=0;p<2;p++){let d=e-1-p,m=0;for(let w=0;w<e;w++){let y=r[w*e+d];Math.abs(y)>Math.abs(m)&&(m=y)}for(let w=0;w<
e;w++)a[2*w+p]=r[w*e+d]*Math.sign(m)}let h=i.reduce((p,d)=>p+Math.max(d,0),0),l=Math.max(i[e-1],0)+Math.max(i[e-
2],0),c=Math.round(100*(h>0?l/h:1)),f=`The data have ${e} features: EM uses all of them, the picture shows the\
 first two principal axes, with ${c}% of the variance.`;return{plane:{D:e,origin:s,axes:a,shown:2},labels:["fi\
rst principal axis","second principal axis"],note:f}}var ol={f8:Float64Array,f4:Float32Array,i4:Int32Array,i1:Int8Array};function ne(n){let t=new Uint8Array(n.byteLength);
t.set(new Uint8Array(n.buffer,n.byteOffset,n.byteLength));let e=new DataView(t.buffer).getUint32(0,!0),s=JSON.
parse(new TextDecoder().decode(t.subarray(4,4+e))),o={};for(let[i,r]of Object.entries(s.arrays)){let{dtype:a,shape:h,
offset:l}=r,c=h.reduce((f,u)=>f*u,1);o[i]=new ol[a](t.buffer,4+e+l,c)}return{words:s.words,arrays:o}}function Oi(n){
let t=atob(n),e=new Uint8Array(t.length);for(let s=0;s<t.length;s++)e[s]=t.charCodeAt(s);return e}var oe='There are no points yet: tick "a click adds a point", then click the picture.',is=class{constructor(){
this.named=new Map,this.own=null}take(t){let{words:e,arrays:s}=ne(t);for(let{name:o,D:i,truth:r,...a}of e.data){
let h=s[`${o} truth`],l=s[`${o} start`]??null,c=s[`${o} components`]??null,f=h?{K:r,row:h}:null;this.named.set(
o,new se(s[o],i,{...a,truth:f,start:l,components:c}))}}get isPart(){return[...this.named.values()].some(t=>t.isPart)}of(t){
if(t.data===T)return this._ownPoints(t);let e=this.named.get(t.data);if(e)return e;let s=[...this.named.keys()].
join(", ");throw new Error(`no data set is called '${t.data}': choose one of ${s}.`)}_ownPoints(t){let{own_points:e}=t;
if(!e.length)throw new Error(oe);let s=Ht(t);return this.own?.key!==s&&(this.own={key:s,data:new se(Float64Array.
from(e.flat()),e[0].length)}),this.own.data}};var il=1e3/60,rs=class{constructor(t,e,s,o){this.layout=t,this.scene=e,this.comparison=s,this.advance=o,this.plane=
new ss(t.left),this.chart=new Ze(t.right),this.look=null,this.inside=null,this.map=null,this.drawn=this.drawnAt=
this.frame=0,this.isClosed=!1}close(){this.isClosed=!0,cancelAnimationFrame(this.frame)}redraw(t=!1){if(!(this.
frame||!this.look||this.isClosed)){if(t&&!this.scene.isPlaying&&performance.now()-this.drawnAt>il){this.draw();
return}this.frame=requestAnimationFrame(e=>{this.frame=0,!this.isClosed&&(this.advance(e),this.draw(),this.scene.
isPlaying&&this.redraw())})}}draw(){let{look:t,scene:e,layout:s,plane:o,chart:i,inside:r}=this;if(!t||!s.left.
width)return;if(e.isEmpty){o.clear(t),i.clear(t),r?.clear(),s.status.clear(oe),this._drawn(0);return}let{data:a,
dragged:h,layers:l,choice:c}=e,f=h??e.trace;if(!a||!f)return;let u=h?1:e.h,p=c.data===T,d=r?.see(f,u,t)??{trace:f,
look:t,isMoving:!1},m=this.comparison.at(f,u);o.draw({...d,data:a,h:u,layers:l,keep:p,showsEnd:!!h,others:m,under:(b,x)=>this.
map?.under(b,x,t),between:r?.draw.bind(r),over:()=>{this.map?.over(o.context,o.framed,t),this._handles(f,a,u)}});
let w=i.draw({trace:f,h:u,layers:l,look:t,marked:!0,ghost:m.ghost}),y=this.comparison.tell(f,u);s.status.tell(
e,f,u,i.caption),r?.tell(),this._drawn(u),(!w||!y||d.isMoving)&&this.redraw()}_handles(t,e,s){let{plane:o,look:i}=this,
{component:r,part:a,at:h}=this.scene.held;if(r<0||r>=t.K||!i)return;let l=t.row(s),{x:c,y:f}=o.placeOfMean(l,t.
K,e,r),u=os(o.framed,l,r,e,i.scale,[c,f],h??void 0);Ni(o.context,u,a,l[r],i)}_drawn(t){this.drawn+=1,this.drawnAt=
performance.now(),Object.assign(this.layout.element.dataset,{halfStep:String(t),drawn:String(this.drawn)})}};var rl=500,al=8e3,as=class{constructor(t,e){this.element=t,this.problem=e,this.timers=[]}begin(t="Still showin\
g the previous pictures."){this.end(),this.element.setAttribute("aria-busy","true"),this._later(rl,`Waiting fo\
r Python. ${t}`),this._later(al,`Python is not answering. If it is busy, this continues by itself; if it was r\
estarted or has stopped, ${xe(this.element)}. ${t}`)}_later(t,e){this.timers.push(window.setTimeout(()=>this._say(
e),t))}_say(t){this.element.dataset.waiting="yes",this.problem.textContent=t}end(){this.timers.forEach(clearTimeout),
this.timers=[],this.element.dataset.waiting&&(this.problem.textContent=""),delete this.element.dataset.waiting,
this.element.removeAttribute("aria-busy")}};var hl=40,ki=8e3,ie="That run of your functions was not kept, and Python no longer holds this explorer.",hs=class{constructor(t,e){
this.datasets=t,this.send=e,this.answers=new Map,this.asked=null,this.next=null,this.client=Math.random().toString(
36).slice(2),this.requests=0,this.listeners=new Set}of(t){return this.answers.get(L(t))}take(t,e){let{words:s,
arrays:o}=ne(e),i=L(t);this.answers.delete(i),this.answers.set(i,s.problem?s:{trace:ll(s.run,o,this.datasets.of(
t),t)}),this.answers.size>hl&&this.answers.delete(this.answers.keys().next().value)}takeKept(t){let{words:e}=ne(
t);return this.take(e.config,t),e.config}ask(t){let e=L(t);if(this.asked&&performance.now()-this.asked.at<ki){
this.next=this.asked?.key===e?null:{key:e,choice:t},this.next&&setTimeout(()=>this._askNext(),ki);return}this.
_ask(e,t)}_ask(t,e){this.next=null;let s=++this.requests;this.asked={key:t,choice:e,request:s,at:performance.now()};
try{this.send?.({client:this.client,request:s,what:"run",config:e})}catch{this.asked=null}}_askNext(){this.next&&
this._ask(this.next.key,this.next.choice)}hear({client:t,request:e},s){let{asked:o}=this;if(!(!o||t!==this.client||
e!==o.request)){this.asked=null,this.take(o.choice,s[0]),this._askNext();for(let i of this.listeners)i(o.choice)}}};
function ll(n,t,e,s){let o=n.n_components,i=new Map,r=e.N*o;for(let[h,l]of n.own.entries())i.set(l,t.own.subarray(
h*r,(h+1)*r));let a={...n,K:o,D:e.D,failure:null,params:t.params,nll:t.nll};if(a.params.length!==a.nll.length*
k(o,e.D))throw new Error("That run is of other data.");return new Mt(a,e,s.reg_covar,i)}function Si(n,t){let e=Array.from({length:t},()=>[]);return[...n].sort((o,i)=>i-o).forEach((o,i)=>{let r=i%(2*
t);e[r<t?r:2*t-1-r].push(o)}),e.map(o=>o.sort((i,r)=>i-r))}function cl(n,t){return n-1+n*t+n*t*(t+1)/2}function Ei(n,t){return 2*n.nll[n.nll.length-1]+cl(n.K,n.D)*Math.log(
t.N)}function Li(n,t,{X:e,N:s,D:o}){for(let i=0;i<t;i++)if(!q(E(n,t,o,i),o))return NaN;return D(C(e,s,o,n,t,new Float64Array(
s*t)),s,t)}function Ti(n,t){let e=ul(fl(n)),s=Ii(2337405405,1492356589);return Uint32Array.from({length:t},(o,i)=>s(e[i%4]))}
function fl(n){let t=[];for(let e=BigInt(n);e>0n;e>>=32n)t.push(Number(e&0xffffffffn));return t}function ul(n){
let t=Ii(1135663077,2468251765),e=Uint32Array.from({length:4},(s,o)=>t(n[o]??0));for(let s=0;s<4;s++)for(let o=0;o<
4;o++)s!==o&&(e[o]=Pi(e[o],t(e[s])));for(let s of n.slice(4))for(let o=0;o<4;o++)e[o]=Pi(e[o],t(s));return e}function Ii(n,t){
return e=>{let s=Math.imul(n,t),o=Math.imul(e^n,s);return n=s,o^o>>>16}}function Pi(n,t){let e=Math.imul(3389127133,
n)-Math.imul(1232336661,t)|0;return e^e>>>16}var Ci=6,mn=22,U=2**mn,$i=2**(128-(Ci-1)*mn),pl=dn(0x2360ed051fc65da44385df649fccf645n),[Rt,re,ls,pn,Fi,dl]=pl,
cs=class{constructor(t){let e=Ti(t,8),s=r=>BigInt(e[r+1])<<32n|BigInt(e[r]),o=s(0)<<64n|s(2),i=s(4)<<65n|s(6)<<
1n|1n;this.increment=dn(i),this.state=dn(i+o),this.high=0,this.low=0,this.spare=-1,this._step()}next64(){this.
_step();let t=this.state,[e,s,o,i,r,a]=[t[0],t[1],t[2],t[3],t[4],t[5]],h=e^s<<22^o>>>20^i<<2^r<<24,l=s>>>10^o<<
12^r>>>8^a<<14,c=a>>>12&63,[f,u]=c&32?[h,l]:[l,h],p=c&31;this.high=p?(f>>>p|u<<32-p)>>>0:f>>>0,this.low=p?(u>>>
p|f<<32-p)>>>0:u>>>0}next32(){if(this.spare>=0){let t=this.spare;return this.spare=-1,t}return this.next64(),this.
spare=this.high,this.low}random(){return this.next64(),(this.high*2**21+(this.low>>>11))*2**-53}_step(){let{state:t,
increment:e}=this,[s,o,i,r,a,h]=[t[0],t[1],t[2],t[3],t[4],t[5]],l=e[0]+s*Rt,c=Math.floor(l/U);t[0]=l-c*U,l=c+e[1]+
s*re+o*Rt,c=Math.floor(l/U),t[1]=l-c*U,l=c+e[2]+s*ls+o*re+i*Rt,c=Math.floor(l/U),t[2]=l-c*U,l=c+e[3]+s*pn+o*ls+
i*re+r*Rt,c=Math.floor(l/U),t[3]=l-c*U,l=c+e[4]+s*Fi+o*pn+i*ls+r*re+a*Rt,c=Math.floor(l/U),t[4]=l-c*U,l=c+e[5]+
s*dl+o*Fi+i*pn+r*ls+a*re+h*Rt,c=Math.floor(l/$i),t[5]=l-c*$i}};function dn(n){let t=BigInt.asUintN(128,n);return Float64Array.
from({length:Ci},(e,s)=>Number(t>>BigInt(mn*s)&BigInt(U-1)))}var Ri="edkVeDtJzzzG9v3jC42LPLRbLDyvUJI8YTtEOLl8lTwMpy/o/AGYPLzQTC4MI5o892E4L00AnDx0cnRaL6ydPMPVTC1IMp88rbuOJz\
JNoDxDXQI7BfWgPHc2QZemkqE89Rp6j6InojyA2GM4LrWiPPWRV8A/PKM8L7GiwZ69ozxVm/+N7zmkPKf+PTa7saQ8dNMaYnUlpTyWzgengJWl\
POp+2c8xAqY8PXyjYdJrpjxwBQCSotKmPKb4RtPaNqc8dyqzEK2YpzxD9UatRfinPHcKQ1PMVag8mnZ7nmSxqDyYz06pLgupPOoeLIJHY6k8Rs\
U4jsm5qTwsp6TczA6qPFnNd21nYqo8MBYQbq20qjycbBNtsQWrPCl6QoeEVas8Op9Sjjakqzwygr8q1vGrPPNOWflwPqw8YTsypROKrDyLJnL+\
ydSsPEi3gA6fHq08EB/kKZ1nrTzDuCMAzq+tPFN28ak69608/u3Stes9rjwAb3oz6YOuPM6C+b06ya48JmLwhOcNrzyI9thU9lGvPK7Xh55tla\
88rC76fVPYrzzsNELgVg2wPJqPOfVALrA8/KUWnupOsDwQoHJbVm+wPAv0cZCGj7A8E2G8hH2vsDx/zEtmPc+wPGsIFkvI7rA87hWVMiAOsTy+\
DzEHRy2xPEGRjp8+TLE8HiDEvwhrsTw02ngap4mxPIht7lEbqLE8yyr4+GbGsTwu1OCTi+SxPJ+gQJmKArI86cbEcmUgsjwfw+l9HT6yPPtrqQ\
y0W7I8f9MdZip5sjwb1xnHgZayPNouuGK7s7I8U7jhYtjQsjyOqcvo2e2yPNdIbg3BCrM8MLn04Y4nszyhXiZwRESzPNVSyrriYLM8algFvmp9\
szxksrJv3ZmzPAM9uL87trM84B1WmIbSszyDWnLevu6zPHSe4HHlCrQ8XXSmLfsmtDykMDzoAEO0PF3HynP3XrQ8NsNmnt96tDwvj0gyupa0PF\
1BAvaHsrQ83BGzrEnOtDwFpjgWAOq0PGJVXu+rBbU8WosK8k0htTxPZmrV5jy1PMiyG053WLU8eF9VDgB0tTwUhQ7GgY+1PFkbJCP9qrU8PXN9\
0XLGtTzTjC974+G1PDhen8hP/bU8wx+jYLgYtjyisKLoHTS2PAsmtwSBT7Y8cpbJV+Jqtjw3MbGDQoa2PLGyUCmiobY8u0Oz6AG9tjxS0yhhYt\
i2PFT4YTHE87Y862iL9ycPtzzGFGlRjiq3PNzucNz3Rbc8H3PlNWVhtzxJ9O/61ny3PJO9ushNmLc8CRSLPMqztzz7ItvzTM+3POfec4zW6rc8\
H+qGpGcGuDx2hsjaACK4PBWfic6iPbg8vfXRH05ZuDzFfnpvA3W4PC33R1/DkLg8Q8AFko6suDycDKGrZci4PCdqRFFJ5Lg8j7VzKToAuTxHgy\
jcOBy5PPwK7xJGOLk8iqIDeWJUuTzu1XC7jnC5PDEqLonLjLk8v5k/kxmpuTws2dWMecW5PBF0byvs4bk8StL6JnL+uTySNvk5DBu6PFvIoiG7\
N7o8iLsLnn9UujykqUpyWnG6PD0xoGRMjro8CPGfPlarujzO9VrNeMi6PDazi+G05bo8GqHDTwsDuzxbmJrwfCC7PAAM4KAKPrs8Az3OQbVbuz\
wniT+5fXm7PDz35fFkl7s8biWF22u1uzyiwC5rk9O7PIOugZvc8bs8oBbsbEgQvDwtevDl1y68PBwNbhOMTbw8BYfsCGZsvDwXpuvgZou8PKui\
Nr2Pqrw8kNY7x+HJvDw34GgwXum8PG6PizIGCb08IO83ENsovTxHxjMV3ki9PCPx55YQab08pfvX9HOJvTxwbiCZCaq9PA5J/PjSyr08Ny5Sld\
HrvTwc0kn7Bg2+PPZG6sR0Lr48iNHBmRxQvjwl/pcvAHK+PAq/KkshlL48CG/3wIG2vjw6pxB2I9m+PKnsAWEI/L48IVPCijIfvzxtTbcPpEK/\
PGgBySBfZr88gpeJBGaKvzy/InEYu66/PIXnL9Jg0788C/YYwVn4vzx1oNNH1A7APEfJjwKoIcA8qwKpg6k0wDzH9T5O2kfAPH6zrfY7W8A8aC\
anI9BuwDwXLmOPmILAPFSi6AiXlsA8xMBxdc2qwDxI1O7RPb/APDA9qjTq08A8k2URz9TowDy2n6bv//3APEFwIARuE8E8NV27myEpwTxtCcRp\
HT/BPDsuYEhkVcE88+6dO/lrwTxhEtJ034LBPKzrTlYamsE8ji9/d62xwTyUpnGpnMnBPDmu5Pvr4cE8Adniwp/6wTyBzASdvBPCPO7Tb3pHLc\
I8JJyspEVHwjzgWHbHvGHCPC5ZqPqyfMI8eA53zS6YwjxSCipTN7TCPJfbljHU0MI89XipsQ3uwjzurlbS7AvDPKOkaF57KsM8oxKuBcRJwzxA\
qDN60mnDPApBVpKzisM8+oiucHWswzymBBezJ8/DPHX0YKrb8sM82uW5nKQXxDyUXlQVmD3EPBU6p0TOZMQ8vEOcdWKNxDwnWmudc7fEPAKJzQ\
0l48Q8QazpU58QxTxCfjpSEUDFPBvkSqmxccU82Y1xi8ClxTz+0DokitzFPEwehs9pFsY86moAe85TxjzD5Z++QJXGPDLiCY1r28Y8NHpf8Cgn\
xzxzBglWlXnHPIzO1vQt1Mc8NPIpBQM5yDwUfKq/D6vIPJZEb5TgLsk8q1dAAe7LyTxad5R43I/KPLH9eDgfmMs8M60JgrQ7zTw=",zi="wV2/\
lOxk0TwZQV2LnVhgPCtNW0my1mo8uo1bqTWTcTxzKkrl5iJ1PIB6wvuQUHg8zLd579E4ezyYvW232Ox9PDxcxknwO4A8cPbWJNtwgTwzJtqQAp\
iCPMpuPf6Is4M8If4LxhXFhDzDSgKd+M2FPL0rp/BAz4Y8GdAX2s3JhzxvYNNUWb6IPNI3IlWArYk8A1JdvsiXijzEo93dpX2LPIk/jNd7X4w8\
NnzxTaI9jTxac/F4ZhiOPKpPX88M8I48CTJoXdLEjzxYdWrtdkuQPPyAm0dIs5A8r/VJh/MZkTyg30vrjH+RPOdJPukm5JE8Lv84ZdJHkjwLaC\
PhnqqSPEvaJqWaDJM8AoJt4tJtkzygYiHRU86TPEhncMooLpQ8Euc1X1yNlDyTC81r+OuUPE1veCkGSpU8/b64PY6nlTzPLt3HmASWPOBoDG0t\
YZY8RKn6YlO9ljy7kHl5ERmXPHN5ByNudJc8coF+fG/PlzyZ1f5TGyqYPOzhKy93hJg8KsXQUIjemDxEov29UziZPDgTrULekZk8vwP/dSzrmT\
xKiBS+QkSaPGHSllMlnZo8ySTyRNj1mjybl0x5X06bPImPP7O+pps8mf5Zk/n+mzyf0nCaE1ecPNtawisQr5w8++bwjvIGnTyNa9jxvV6dPFeQ\
Qmp1tp08/jF89xsOnjxEEM+DtGWePGIb4uVBvZ48n5QC4sYUnzy1/lcrRmyfPKGpBGXCw5882TyaEZ8NoDxisQ32XTmgPPh2chwfZaA8cgBLu+\
OQoDw3AXEDrbygPGYveiB86KA8FawXOVIUoTy+fXBvMEChPPt/d+EXbKE8liM9qQmYoTyDUj3dBsShPOLEqZAQ8KE8BQ6x0yccojwpo8KzTUii\
PJ8Y0DuDdKI8qs2LdMmgojxdO6VkIc2iPCEXAxGM+aI8EXb7fAomozyhG4qqnVKjPPAahZpGf6M8/O/PTAasozxtM43A3dijPMQJT/TNBaQ80G\
xG5tcypDynbHGU/F+kPMSDyPw8jaQ8pBhrHZq6pDzqRcv0FOikPPsA2YGuFaU8+LUsxGdDpTwnbzG8QXGlPPmcTms9n6U8NZMR1FvNpTwmz1b6\
nfulPC4ac+MEKqY8jJtclpFYpjzu69MbRYemPN88jX4gtqY8CKZZyyTlpjz7qVARUxSnPBwE+mGsQ6c8MNF30TFzpzwKJLF25KKnPPcXfWvF0q\
c8d3LOzNUCqDwq5t+6FjOoPOcIYVmJY6g8VA+kzy6UqDyUYMxICMWoPBMV/vMW9qg84XOOBFwnqTyKgjWy2FipPPS7QDmOiqk8XQPH2n28qTxR\
6d3cqO6pPC1Z0IoQIao8kMZWNbZTqjwP89Aym4aqPHplgd/Auao8/6zKnSjtqjy1i27W0yCrPEIlz/jDVKs8tk8ye/qIqzwQJgfbeL2rPIX9LZ\
1A8qs8LeBCTlMnrDykseqCslysPPsjI9hfkqw8bKWV81zIrDyAce2Dq/6sPK3yMEFNNa08/qMe7UNsrTwKpY1TkaOtPH810ko32608m1AmtDcT\
rjxSpBZ8lEuuPH8j9JpPhK48eHZKFWu9rjxokVv86PauPH+8oG7LMK880F5RmBRrrzzl4e+zxqWvPNgJ3Qrk4K881BH5ejcOsDwbORHvNCywPK\
Mkkp5rSrA82yYRz9xosDwPrTrPiYewPBnIM/dzprA8b5QAqZzFsDy3z+9QBeWwPM7vC2avBLE8ShWSapwksTwrOm/szUSxPMEExIVFZbE8nq5v\
3QSGsTwgeKKnDaexPFoqeKZhyLE8cDObqgLqsTyi9PCT8guyPFDlT1IzLrI8ujtA5sZQsjym2sdhr3OyPCtTQunulrI8UdtFtIe6sjxwLZYOfN\
6yPGVZJlnOArM80KcqC4EnszxlyTuzlkyzPFaojPgRcrM8Q1E0nPWXszyDi416RL6zPNDerYwB5bM8re716S8MtDz4Qr3J0jO0PCzJG4XtW7Q8\
MpTTmIOEtDxMoV2nmK20PCexHHsw17Q8CJW5CE8BtTyyqqxx+Cu1PFqn+AYxV7U8YUQbTP2CtTwH4Tj6Ya+1PJ69iANk3LU8eRgIlwgKtjyULn\
skVTi2PDL0w2BPZ7Y87kiXSv2Wtjwee5ovZce2PAcl9LGN+LY8GNJczn0qtzzDcb3iPF23PPlxa7XSkLc803YUfUfFtzwSFG7po/q3PMO+wCzx\
MLg8QnNoBjlouDyrW2nOhaC4PJU2O4Li2bg8RHXz0loUuTwOKvw0+0+5PNgajfHQjLk86tkkOurKuTx48Uk+Vgq6PDtM6EMlS7o86oatwmiNuj\
zERdiCM9G6PAq2A8CZFrs8D+qRULFduzxe2nbSkaa7PHfvS95U8bs8p+DCQRY+vDz0yMhC9Iy8PH+p8uwP3rw8xTgna40xvTzsO+xvlIe9PJ/x\
Tq9Q4L08YAkZbvI7vjzBg/Mqr5q+PErqUGfC/L48p/eRl25ivzzlxvZD/su/PC7sYrPiHMA87471ixFWwDxOpcvNwZHAPKBIXXgx0MA8ppJDA6\
gRwTwqRHVneFbBPNbCs7wDn8E8fPrJoLzrwTyfkVm2Kz3CPKWqSa71k8I88BFEiuPwwjxe98wn7lTDPGG4yMdOwcM8YhPkZpc3xDzRUUfN17nE\
PPZzzzzYSsU80hNz4XruxTxyv0ttZ6rGPC/G6tZQh8c8Ge3y5p+TyDyFe0gN3OnJPPxx2lGew8s8g7t+KdnJzjw=";var ml=3.654152885361009,gl=.2736612373297583,wl=7.69711747013105,gn=qi(Ri,2**52,n=>Math.exp(-.5*n*n)),wn=qi(zi,
2**53,n=>Math.exp(-n));function ji(n){for(;;){n.next64();let{high:t,low:e}=n,s=e&255,o=(t&536870911)*2**23+(e>>>
9),i=o*gn.width[s]*(e&256?-1:1);if(o<gn.sure[s])return i;if(s===0)return yl(n)*(e&131072?-1:1);if(Bi(gn,s,n)<Math.
exp(-.5*i*i))return i}}function Wi(n){for(;;){n.next64();let{high:t,low:e}=n,s=e>>>3&255,o=t*2**21+(e>>>11),i=o*
wn.width[s];if(o<wn.sure[s])return i;if(s===0)return wl-Math.log1p(-n.random());if(Bi(wn,s,n)<Math.exp(-i))return i}}
function yl(n){for(;;){let t=-gl*Math.log1p(-n.random()),e=-Math.log1p(-n.random());if(e+e>t*t)return ml+t}}function Bi({
height:n},t,e){return(n[t-1]-n[t])*e.random()+n[t]}function qi(n,t,e){let s=Uint8Array.from(atob(n),h=>h.charCodeAt(
0)),o=new Float64Array(s.buffer),i=o.map((h,l)=>l===0?1:e(h*t)),r=h=>h===0?o[255]:h===1?0:o[h-1],a=o.map((h,l)=>Math.
floor(r(l)/h*t));return{width:o,sure:a,height:i}}function Ki(n){return new yn(n)}var yn=class{constructor(t){this.bits=new cs(t)}random(){return this.bits.random()}integers(t){
if(t===1)return 0;let e=this.bits.next32(),s=Math.imul(e,t)>>>0;if(s<t){let o=4294967296%t;for(;s<o;)e=this.bits.
next32(),s=Math.imul(e,t)>>>0}return Math.round((e*t-s)/2**32)}permutation(t){let e=Int32Array.from({length:t},
(s,o)=>o);for(let s=t-1;s>0;s--){let o=2**(32-Math.clz32(s))-1,i=s+1;for(;i>s;)i=this.bits.next32()&o;[e[s],e[i]]=
[e[i],e[s]]}return e}choice(t,e){let s=new Float64Array(t),o=0;for(let r=0;r<t;r++)s[r]=o+=e[r];let i=this.random();
return s.findIndex(r=>r/o>i)}standardNormal(t){return new Float64Array(t).map(()=>ji(this.bits))}standardExponential(t){
return new Float64Array(t).map(()=>Wi(this.bits))}dirichletOfOnes(t,e){let s=this.standardExponential(e*t);for(let o=0;o<
s.length;o+=t){let i=0;for(let a=0;a<t;a++)i+=s[o+a];let r=1/i;for(let a=0;a<t;a++)s[o+a]*=r}return s}};function zt(n,t=0,e=n.length-t){if(e>128){let r=Math.floor(e/2),a=r-r%8;return zt(n,t,a)+zt(n,t+a,e-a)}let s=t+
e,o=0,i=t;if(e>=8){let r=n.slice(i,i+8);for(i+=8;i+8<=s;i+=8)for(let m=0;m<8;m++)r[m]+=n[i+m];let[a,h,l,c,f,u,
p,d]=r;o=a+h+(l+c)+(f+u+(p+d))}for(;i<s;i++)o+=n[i];return o}function bn(n,t){if(t===1)return Float64Array.of(
zt(n));let e=new Float64Array(t);for(let s=0;s<n.length;s+=t)for(let o=0;o<t;o++)e[o]+=n[s+o];return e}var bl=4*Number.EPSILON;function fs({X:n,N:t,D:e}){let s=bn(n,e).map(a=>a/t),o=n.map((a,h)=>(a-s[h%e])**2),i=n.
slice(0,e),r=n.slice(0,e);for(let a=0;a<t*e;a++)i[a%e]=Math.min(i[a%e],n[a]),r[a%e]=Math.max(r[a%e],n[a]);return bn(
o,e).map((a,h)=>!(r[h]-i[h]<=bl*Math.max(Math.abs(i[h]),Math.abs(r[h])))&&a/t>0?a/t:1)}var xn={"random points":xl,"k-means++":Ml,"random responsibilities":Al,identity:_l,"all means equal":vl};function Hi(n,t,e,s,o=null){
if(Gi(e,"n_components",1),!Object.hasOwn(xn,n))throw new RangeError(`no start is called '${n}': choose one of ${Object.
keys(xn).join(", ")}.`);if(Gi(s,"seed",0),e>t.N)throw new RangeError(`n_components=${e} is more than the ${t.N}\
 samples: use at most ${t.N} components or more data.`);return o&&n==="identity"&&s===0&&Q(o.length,t.D)===e?o.
slice():xn[n](t,e,Ki(s))}function Gi(n,t,e){if(!(Number.isSafeInteger(n)&&n>=e))throw new RangeError(`${t} is ${n}\
, expected an int of at least ${e}.`)}function xl(n,t,e){return An(n,Mn(n,e.permutation(n.N).subarray(0,t)))}function Ml(n,t,e){
let{X:s,N:o,D:i}=n,r=fs(n).map(Math.sqrt),a=s.map((f,u)=>f/r[u%i]),h=[e.integers(o)],l=new Float64Array(o).fill(
1/0),c=new Float64Array(i);for(;h.length<t;){let f=h[h.length-1]*i;for(let p=0;p<o;p++){for(let d=0;d<i;d++)c[d]=
(a[p*i+d]-a[f+d])**2;l[p]=Math.min(l[p],zt(c))}let u=zt(l);if(u>0){let p=l.map(d=>d/u);h.push(e.choice(o,p))}else{
let p=Array.from({length:o},(d,m)=>m).filter(d=>!h.includes(d));h.push(p[e.integers(p.length)])}}return An(n,Mn(
n,h))}function Al(n,t,e){let s=bt(n,e.dirichletOfOnes(t,n.N),t,0),o=fs(n);return Ji(s,t,n.D,i=>.001*o[i]),s}function _l({
D:n},t,e){return Ui(e.standardNormal(t*n),new Float64Array(n).fill(1))}function vl(n,t,e){let s=e.integers(n.N);
return An(n,Mn(n,Array(t).fill(s)))}function Mn({X:n,D:t},e){return Float64Array.from({length:e.length*t},(s,o)=>n[e[Math.
floor(o/t)]*t+o%t])}function An(n,t){return Ui(t,fs(n))}function Ui(n,t){let e=t.length,s=n.length/e,o=new Float64Array(
k(s,e)).fill(1/s,0,s);return o.set(n,s),Ji(o,s,e,i=>t[i]),o}function Ji(n,t,e,s){let o=t+t*e;for(let i=0;i<t;i++)
for(let r=0;r<e;r++)n[o+r]+=s(r),o+=r+1}function jt(n,t){let e=n.n_components;if(n.start===P){if(n.own_start.length===k(e,t.D))return Float64Array.from(
n.own_start);throw new Error(`your own start does not have ${e} components of ${t.D} features: drag a mean to \
make a new one, or choose another start.`)}return Hi(n.start,t,e,n.seed,t.start)}var Nl=100,us=class{constructor(t,e){this.order=t,this.data=e;let s=t.choice.n_components,o=t.counts.filter(i=>i<=
e.N).sort((i,r)=>+(r===s)-+(i===s));this.open=o.flatMap(i=>t.seeds.map(r=>({K:i,seed:r}))),this.halves=[0,1].map(
i=>kl(e,i)),this.ended=new Map,this.run=null,this.toldAt=-1/0}work(t){let e=this.open[0];this.run??(this.run=this.
_begin(e));let s=$(this.run,t);return s.ended==="running"?null:(this.run=null,this.open.shift(),e.seed===void 0?
this._select(e,s):this._judge(e.K,e.seed,s))}_begin({K:t,seed:e,row:s}){let{order:o,data:i,halves:r}=this,a={regCovar:o.
choice.reg_covar,maxIter:o.maxIter};return s?R(r[0],s,t,a):R(i,jt({...o.choice,n_components:t,seed:e??0},i),t,
a)}_judge(t,e,s){let{order:o,data:i,ended:r}=this;r.set(e,s);let a=r.size===o.seeds.length;if(!a&&performance.
now()-this.toldAt<Nl)return null;this.toldAt=performance.now();let h=io(r,i,o.choice.reg_covar),l=new Map([...r].
map(([c,f])=>[c,_n(f)]));if(a){let c=Ol(h,r);c&&this.open.unshift({K:t,row:_n(c),bic:Ei(c,i)}),this.ended=new Map,
this.toldAt=-1/0}return{kind:"row",key:o.key,n_components:t,row:h,ends:l}}_select({K:t,bic:e=NaN},s){let[o,i]=this.
halves,a=s.ended!=="failed"&&t<=o.N&&i.N>0?Li(_n(s),t,i):NaN;return{kind:"selection",key:this.order.key,n_components:t,
bic:e,heldOut:a}}};function _n({K:n,D:t,params:e}){return e.slice(e.length-k(n,t))}function Ol(n,t){for(let e of[
"good","unfinished"]){let s=[...n].filter(([,{status:o}])=>o===e);if(s.sort(([,o],[,i])=>o.nll-i.nll),s.length)
return t.get(s[0][0])??null}return null}function kl({X:n,N:t,D:e},s){let o=Math.floor((t+1-s)/2),i=new Float64Array(
o*e);for(let r=0;r<o;r++)i.set(n.subarray((2*r+s)*e,(2*r+s+1)*e),r*e);return{X:i,N:o,D:e}}function ps(n,t,e){return n.slice(t,t+t*e)}function lt({X:n,N:t,D:e},s,o,i){let r=0;for(let a=0;a<t;a++){let h=1/0;
for(let l=0;l<o;l++){let c=0;for(let f=0;f<e;f++){let u=n[a*e+f]-s[l*e+f];c+=u*u}c<h&&(h=c,i[a]=l)}r+=h}return r}
function vn({X:n,N:t,D:e},s,o,i){let r=new Float64Array(i),a=new Float64Array(i*e);for(let h=0;h<t;h++){let l=s[h]*
e;r[s[h]]+=1;for(let c=0;c<e;c++)a[l+c]+=n[h*e+c]-o[l+c]}return o.map((h,l)=>{let c=r[Math.floor(l/e)];return c>
0?h+a[l]/c:h})}function Yi(n,t,e,s=300){let{N:o,D:i}=n,r=Float64Array.from(t),a=new Int32Array(o).fill(-1),h=[
r],l=[lt(n,r,e,a)],c=!1;for(;!c&&h.length<=s;){let p=a;r=vn(n,a,r,e),a=new Int32Array(o),h.push(r),l.push(lt(n,
r,e,a)),c=a.every((d,m)=>d===p[m])}let f=new Float64Array(h.length*e*i);h.forEach((p,d)=>f.set(p,d*e*i));let u=Math.
max(2*h.length-2,1);return{K:e,D:i,means:f,inertia:Float64Array.from(l),last:u,converged:c}}function Qi(n){let t=e=>e.
inertia[e.inertia.length-1];return n.reduce((e,s)=>t(s)<t(e)?s:e)}function ae(n,t,e){let s=Array.from({length:e},
()=>new Array(e).fill(0));for(let i=0;i<n.length;i++)s[n[i]][t[i]]+=1;let o=new Map([[0,0]]);for(let i of s){let r=new Map;
for(let[a,h]of o)for(let l=0;l<e;l++){let c=a|1<<l;c!==a&&r.set(c,Math.max(r.get(c)??0,h+i[l]))}o=r}return Math.
max(...o.values())/n.length}var Sl=10,ds=class{constructor(t,e){this.order=t,this.data=e,this.runs=[],this.run=null}work(t){let{choice:e,maxIter:s}=this.
order,{n_components:o,reg_covar:i}=e;for(;this.runs.length<Sl;){let r=()=>jt({...e,seed:this.runs.length},this.
data);if(this.run??(this.run=R(this.data,r(),o,{regCovar:i,maxIter:s})),$(this.run,t).ended==="running")return null;
this.runs.push(this.run),this.run=null}return this._judged()}_judged(){let{data:t,order:e,runs:s}=this,{n_components:o,
start:i}=e.choice,r=s[0].params.length/s[0].nll.length,a=d=>d.ended==="failed"?1/0:d.nll[d.nll.length-1],h=s.reduce(
(d,m)=>a(m)<a(d)?m:d),l=ut(t,h.params.slice(-r),o,new Float64Array(t.N*o)),c=new Int32Array(t.N);for(let d=0;d<
t.N;d++){let m=l.subarray(d*o,(d+1)*o);c[d]=m.indexOf(Math.max(...m))}let f=ae(c,e.components,o),u=s.map(d=>ps(
d.params.subarray(0,r),o,t.D)),{means:p}=Qi(u.map(d=>Yi(t,d,o)));return lt(t,p.slice(-o*t.D),o,c),{start:i,em:f,
kmeans:ae(c,e.components,o)}}};var El={run:"running",ends:"mapping",ten:"ten",table:"table"},Wt=class{constructor(t){this.tell=t,this.data=null,
this.running=null,this.mapping=null,this.table=null,this.ten=null}take(t){if(t.kind==="data")this.data=t.data,
this.running=this.mapping=this.ten=this.table=null;else if(t.kind==="stop")this[El[t.what]]=null;else if(this.
data&&t.kind==="ten")this.ten=new ds(t,this.data);else if(this.data&&t.kind==="run"){let{key:e,K:s,row:o,regCovar:i,
maxIter:r}=t;this.running={key:e,run:R(this.data,o,s,{regCovar:i,maxIter:r})}}else if(this.data&&t.kind==="end\
s"){let{key:e,K:s,rows:o,regCovar:i,maxIter:r}=t;this.mapping={key:e,ends:new be(this.data,o,s,{regCovar:i,maxIter:r})}}else
this.data&&t.kind==="table"&&(this.table=new us(t,this.data))}get isIdle(){return!this.running&&!this.mapping&&
!this.ten&&!this.table}work(t){let e=performance.now()+t;this.running&&this._workOnRun(e),!this.running&&this.
mapping&&this._workOnEnds(e),!this.running&&!this.mapping&&this.ten&&performance.now()<e&&this._workOnTen(e);let s=()=>!this.
running&&!this.mapping&&!this.ten;for(;s()&&this.table&&performance.now()<e;)this._workOnTable(e)}_workOnRun(t){
if(!this.running)return;let{key:e,run:s}=this.running;$(s,t),s.ended!=="running"&&(this.running=null),this.tell(
{kind:"run",key:e,run:Ll(s)})}_workOnEnds(t){if(!this.mapping)return;let{key:e,ends:s}=this.mapping,o=s.work(t);
s.isDone&&(this.mapping=null),o.length&&this.tell({kind:"ends",key:e,ends:o})}_workOnTen(t){let e=this.ten?.work(
t);if(!this.ten||!e)return;let{key:s}=this.ten.order;this.ten=null,this.tell({kind:"ten",key:s,best:e})}_workOnTable(t){
let{table:e}=this;if(!e)return;let{key:s}=e.order;if(!e.open.length){this.table=null,this.tell({kind:"table",key:s});
return}let o=e.work(t);o&&this.tell(o)}};function Ll(n){return{...n,params:n.params.slice(),nll:n.nll.slice(),
rises:[...n.rises]}}var Pl=5,Tl=12,Il=2,ms=class{constructor(t){this.hear=t,this.orders=new Map,this.bench=new Wt(t),this.timer=0,
this.workers=[],this.canHire=!0,this._hire()}_hire(){if(this.canHire)try{let t=`(${theBundle})({exports:{}}).s\
erve()`,e=URL.createObjectURL(new Blob([t],{type:"text/javascript"})),s=new Worker(e);URL.revokeObjectURL(e),s.
onmessage=({data:i})=>this.hear(i),s.onerror=()=>this._workHere();let o=this.orders.get("data");o&&s.postMessage(
o),this.workers.push(s)}catch{this.canHire=!1}}_workHere(){this.canHire=!1;for(let t of this.workers)t.terminate();
this.workers=[];for(let t of this.orders.values())this._take(t)}give(t){t.kind==="data"&&this.orders.clear();let e=t.
kind==="stop"?t.what:t.kind;if(this.orders.delete(e),this.orders.set(e,t),t.kind==="table"){let s=Math.min(navigator.
hardwareConcurrency||1,Il);for(;this.canHire&&this.workers.length&&this.workers.length<s;)this._hire()}if(!this.
workers.length)this._take(t);else if(t.kind==="run")this.workers[0].postMessage(t);else if(t.kind==="table")this.
_share(t);else if(t.kind==="ends"||t.kind==="ten")this.workers[this.workers.length-1].postMessage(t);else for(let s of this.
workers)s.postMessage(t)}_share(t){let{workers:e}=this,s=Si(t.counts,e.length);e.forEach((o,i)=>o.postMessage(
{...t,counts:s[i]}))}_take(t){this.bench.take(t),!this.timer&&!this.bench.isIdle&&this._later()}_later(){this.
timer=window.setTimeout(()=>{this.bench.work(Pl),this.timer=0,this.bench.isIdle||this._later()},Tl)}close(){this.
canHire=!1;for(let t of this.workers)t.terminate();this.bench.take({kind:"stop",what:"run"}),this.bench.take({
kind:"stop",what:"ends"}),this.bench.take({kind:"stop",what:"table"})}};var $l=10,Fl=40,gs=class{constructor(t,e,s){this.datasets=t,this.maxIter=e,this.hear=s,this.traces=new Map,this.
behind=new ms(o=>this._heard(o)),this.told=null,this.followed="",this.aside=null,this.asides=0}of(t){let e=L(t),
s=this.traces.get(e);if(!s){let o=this.datasets.of(t);s=this.from(jt(t,o),o,t,$l)}return this.traces.delete(e),
this.traces.set(e,s),this.traces.size>Fl&&this.traces.delete(this.traces.keys().next().value),s}from(t,e,s,o){
let i=performance.now()+o,r={regCovar:s.reg_covar,maxIter:this.maxIter},a=$(R(e,t,s.n_components,r),i);return new Mt(
a,e,s.reg_covar)}follow(t){let e=this.of(t),s=e.isRunning?L(t):"";if(s!==this.followed){if(this.followed=s,this.
aside=null,!e.isRunning){this.behind.give({kind:"stop",what:"run"});return}this._finish(e,s)}}followAside(t){this.
aside={key:`aside ${this.asides++}`,trace:t},this.followed=this.aside.key,this._finish(t,this.aside.key)}endAside(t){
this.aside&&this.traces.has(L(t))&&this.follow(t)}_finish(t,e){let{K:s,regCovar:o,data:i}=t;this._tellData(i),
this.behind.give({kind:"run",key:e,K:s,row:t.rowAt(0).slice(),regCovar:o,maxIter:this.maxIter})}findEnds({key:t,
data:e,K:s,rows:o,regCovar:i}){this._tellData(e),this.behind.give({kind:"ends",key:t,K:s,rows:o,regCovar:i,maxIter:this.
maxIter})}stopFindingEnds(){this.behind.give({kind:"stop",what:"ends"})}compare(t,e,s){this._tellData(this.datasets.
of(t)),this.behind.give({kind:"table",key:Nt(t),choice:t,counts:e,seeds:s,maxIter:this.maxIter})}tenStarts(t,e,s){
this._tellData(this.datasets.of(e)),this.behind.give({kind:"ten",key:t,choice:e,components:s,maxIter:this.maxIter})}stopComparing(){
this.behind.give({kind:"stop",what:"table"})}_tellData(t){if(this.told===t)return;this.told=t;let{X:e,N:s,D:o,
start:i}=t;this.behind.give({kind:"data",data:{X:e,N:s,D:o,start:i}})}_heard(t){if(t.kind==="run"){let e=t.key===
this.aside?.key?this.aside.trace:this.traces.get(t.key);if(!e||t.run.nll.length<e.nll.length&&t.run.ended==="r\
unning")return;e.run=t.run}this.hear(t)}forget(){this.traces.clear(),this.told=null,this.followed=""}close(){this.
behind.close()}};var Cl=200,Di="This is the run so far.",ws=class{constructor(t,e,{datasets:s,own:o}){this.app=t,this.options=e,
this.own=o,this.runs=new gs(s,e.max_iter,i=>this._heard(i)),this.waiting=new as(t.layout.element,t.layout.problem),
this.remark="",this.compared="",this.shown=null,this.wanted=t.scene.h,this.isAtEnd=!1,this.touched=this.asking=
0,this.isClosed=!1,this.answered=i=>this._answered(i),o?.listeners.add(this.answered)}close(){this.isClosed=!0,
this.own?.listeners.delete(this.answered),this.runs.close(),this.waiting.end(),clearTimeout(this.asking)}load(t=""){
let{scene:e,layout:s,drag:o}=this.app;if(this.remark=t,this.touched=performance.now(),o.letGo(),s.showChoice(e.
choice),this.waiting.end(),clearTimeout(this.asking),e.isEmpty){this._showNothing();return}try{this.own?this._loadOwn(
this.own):(this._show(this.runs.of(e.choice)),this.runs.follow(e.choice)),this.compare()}catch(i){this._showProblem(
i.message)}}has(t){return!this.own||this.app.scene.canRun||this.own.of(t)!==void 0}forget(){this.runs.forget(),
this.own?.answers.clear(),this.compared="",this.load()}_loadOwn(t){let{choice:e,canRun:s}=this.app.scene,o=t.of(
e);if(o&&"problem"in o){this._showProblem(o.problem);return}o&&this._show(o.trace),!(o&&!o.trace.isRunning&&!o.
trace.data.isPart)&&(s?(this.waiting.begin(o&&Di),t.ask(e)):o||this._showProblem(ie))}_answered(t){let{choice:e}=this.
app.scene;if(this.isClosed||L(t)!==L(e))return;this.waiting.end();let s=this.own?.of(e);if(!s)return;if("probl\
em"in s){this._showProblem(s.problem);return}if(this._show(s.trace),!s.trace.isRunning)return;this.waiting.begin(
Di);let o=Math.max(this.touched+Cl-performance.now(),0);this.asking=window.setTimeout(()=>this.own?.ask(this.app.
scene.choice),o)}_heard(t){let{scene:e,layout:s,screen:o,comparison:i}=this.app;this.isClosed||(t.kind==="ten"?
i.heard(t):t.kind==="row"&&t.key===Nt(e.choice)?s.atlas.showRow(t.n_components,t.row,t.ends):t.kind==="selecti\
on"&&t.key===Nt(e.choice)?s.atlas.selection.show(t.n_components,t):t.kind==="run"&&t.key===L(e.choice)&&!this.
own&&e.trace?this._show(e.trace):t.kind==="ends"?this.app.basins.hear(t):t.kind==="run"&&o.redraw())}_show(t){
let{scene:e,layout:s,screen:o,comparison:i}=this.app;e.h=this.isAtEnd?t.last:Math.min(this.wanted,t.last),t.isRunning||
(this.wanted=e.h),e.trace=t,e.data=t.data,e.dragged=null,this.shown=e.choice,i.load(t),s.problem.textContent="",
s.layers.show(t.data),s.picture.show(t.K,t.data.D),this.showNote(),o.redraw(!0)}_showProblem(t){let{scene:e,layout:s,
screen:o,player:i}=this.app;i.pause(),e.dragged=null;let r=e.trace?" Still showing the previous pictures.":"";
s.problem.textContent=t[0].toUpperCase()+t.slice(1)+r,o.redraw()}_showNothing(){let{scene:t,layout:e,screen:s,
player:o}=this.app;o.pause(),t.trace=t.data=t.dragged=null,t.h=this.wanted=0,e.problem.textContent="",e.note.textContent=
oe,e.own.open(),s.redraw(!0)}showNote(){let{scene:t,layout:e,limits:s}=this.app,o=[this.remark,t.data?.note,t.
trace?.judged.ridge,s.reason];e.note.textContent=o.filter(Boolean).join(" ")}compare(){let{scene:t,layout:e}=this.
app,{atlas:s}=e,o=Nt(t.choice);if(!(s.element.hidden||o===this.compared)){if(this.compared=o,t.choice.start===
P){this.runs.stopComparing(),s.clear("A start of your own fits one K only: there are no other runs to compare \
it with.");return}s.clear(this.own?"These are the runs of the right E- and M-step.":""),this.runs.compare(t.choice,
this.options.counts,this.options.seeds)}}toggleAtlas(){let{atlas:t}=this.app.layout;return t.element.hidden=!t.
element.hidden,this.compared="",t.element.hidden?this.runs.stopComparing():this.compare(),!t.element.hidden}};var Rl=500,ys=class{constructor(t,e,s){this.layout=t,this.screen=e,this.say=s,this.sizes=new ResizeObserver(()=>this.
resize());for(let o of t.panels)this.sizes.observe(o);this.themes=new MutationObserver(()=>this.restyle()),this.
themes.observe(document.body,{attributes:!0}),this.scheme=matchMedia("(prefers-color-scheme: dark)"),this.changed=
()=>this.restyle(),this.scheme.addEventListener("change",this.changed),this.pixels=setInterval(()=>this.ratio!==
window.devicePixelRatio&&this.resize(),Rl),t.element.addEventListener("click",o=>this._refocus(o))}close(){this.
sizes.disconnect(),this.themes.disconnect(),this.scheme.removeEventListener("change",this.changed),clearInterval(
this.pixels)}resize(){this.ratio=window.devicePixelRatio;let t=this.ratio||1,{left:e,right:s,panels:o}=this.layout;
for(let[i,r]of[e,s].entries()){let{clientWidth:a,clientHeight:h}=o[i],[l,c]=[Math.round(a*t),Math.round(h*t)];
!l||!c||r.width===l&&r.height===c||(r.width=l,r.height=c)}this.restyle(),this.screen.look&&this.screen.draw()}restyle(){
let{element:t,left:e,stage:s}=this.layout;if(!t.isConnected||!e.clientWidth)return;let o=Me(s,e.width/e.clientWidth);
t.style.setProperty("--emx-e",o.E),t.style.setProperty("--emx-m",o.M),t.style.setProperty("--emx-badge-ink",o.
dark?"#000":"#fff"),this.screen.look=o,this.screen.redraw()}toggleLarge(){let t=this.layout.element.classList.
toggle("emx-large");return requestAnimationFrame(()=>this.restyle()),t}toggleFullScreen(){let t=()=>this.say("\
The browser does not allow full screen here.");document.fullscreenElement?document.exitFullscreen():this.layout.
element.requestFullscreen?.().catch(t)}_refocus(t){let s=t.target.closest?.("button, canvas, input[type=checkb\
ox], input[type=range]");t.detail>0&&s&&!s.closest(".emx-atlas, .emx-own")&&this.layout.stage.focus({preventScroll:!0})}};var Nn={component:-1,part:null,at:null},bs=class{constructor(t,e){this.canvas=t,this.app=e,this.grabbed=null,this.
hasGrabbed=!1,this.chosen=-1,t.addEventListener("pointerdown",i=>this._down(i)),t.addEventListener("pointermov\
e",i=>this._move(i));let s=i=>r=>r.pointerId===this.grabbed?.pointer&&this._drop(i);t.addEventListener("pointe\
rup",s(!0)),t.addEventListener("pointercancel",s(!1)),t.addEventListener("pointerleave",i=>{!this.grabbed&&i.pointerType!==
"touch"&&this._hold(this._rest())});let o=({touches:[i]})=>this.app.layout.own.isAdding||this._holdAt(st(t,i)).
part;t.addEventListener("touchstart",i=>o(i)&&i.preventDefault(),{passive:!1})}letGo(){this.grabbed&&(this.grabbed=
null,this.app.dragTo(null))}choose(t){this.chosen=t,this.grabbed||this._hold(this._rest())}_rest(){return{...Nn,
component:this._isAllowed()?this.chosen:-1}}_hold(t){let{scene:e,screen:s}=this.app,{component:o,part:i}=e.held;
o===t.component&&i===t.part||(e.held=t,s.redraw())}_isAllowed(){let{scene:t,options:e}=this.app,{trace:s,layers:o,
choice:i,canRun:r}=t;return r&&e.controls.includes("own")&&o.ellipses&&s?.K===i.n_components}_handles(t){let{plane:e}=this.
app.screen,{trace:s,data:o,h:i}=this.app.scene;if(!s||!o||t<0||t>=s.K)return null;let r=s.row(i),{x:a,y:h}=e.placeOfMean(
r,s.K,o,t);return os(e.framed,r,t,o,this._px(),[a,h])}_px(){return this.canvas.width/this.canvas.clientWidth}_holdAt(t){
let{trace:e,held:s}=this.app.scene;if(!this._isAllowed()||!e)return Nn;let o=this._handles(s.component),{part:i,
far:r}=o?fn(o,t):{part:null,far:1},a=Array.from({length:e.K},(u,p)=>this._handles(p)),h=a.map(({mean:[u,p]})=>Math.
hypot(u-t[0],p-t[1])/(ee*this._px())),l=h.indexOf(Math.min(...h));if(o&&i&&r<=h[l])return{component:o.k,part:i,
at:null};if(h[l]<1)return{component:l,part:"mean",at:null};if(o&&Mi(o,t))return{component:o.k,part:null,at:null};
let c=a.map(u=>un(u,t)),f=c.indexOf(Math.min(...c));return c[f]<=1?{component:f,part:null,at:null}:this._rest()}_down(t){
if(t.button!==0||!t.isPrimary)return;let e=st(this.canvas,t),{layout:s,screen:o,scene:i,player:r}=this.app;if(this.
hasGrabbed=!1,s.own.isAdding){let{x:c,y:f,flat:u}=o.plane.framed;s.own.addPoint([c.back(e[0]),u?0:f.back(e[1])]);
return}let a=this._holdAt(e);this._hold(a);let h=this._handles(a.component);if(!a.part||!h||!i.trace)return;let l=i.
trace.row(i.h).slice();this.grabbed={pointer:t.pointerId,handles:h,part:a.part,from:e,before:l,now:null},this.
hasGrabbed=!0,this.canvas.setPointerCapture(t.pointerId),r.pause()}_move(t){let e=st(this.canvas,t),{grabbed:s,
canvas:o}=this,{scene:i,layout:r,screen:a}=this.app;if(s&&i.data){if(t.pointerId!==s.pointer)return;let{handles:l,
part:c,from:f,before:u}=s;s.now=Ai(l,c,f,e,u,i.data,a.plane.framed),i.held={component:l.k,part:c,at:e},this.app.
dragTo(s.now);return}if(t.pointerType==="touch")return;let h=r.own.isAdding?Nn:this._holdAt(e);this._hold(h),o.
style.cursor=r.own.isAdding?"crosshair":h.part?"grab":""}_drop(t){let e=this.grabbed?.now;this.letGo(),this.app.
scene.held={...this.app.scene.held,at:null},t&&e&&this.app.startFrom(e)}};var zl=300,Ms=class{constructor(t){let{data:e,K:s}=t;this.trace=t,this.history=[ps(t.rowAt(0),s,e.D)],this.assigned=
new Int32Array(e.N),lt(e,this.history[0],s,this.assigned),this.isDone=!1,this.labels=new Int32Array(e.N),this.
shares=new Map}work(t){let e=performance.now()+t;for(;!this.isDone&&(this._iterate(),!(performance.now()>e));)
;return this.isDone}_iterate(){let{history:t,assigned:e,trace:s}=this,o=vn(s.data,e,t[this.iterations],s.K);this.
assigned=new Int32Array(e.length),lt(s.data,o,s.K,this.assigned),t.push(o),this.isDone=this.iterations>=zl||this.
assigned.every((i,r)=>i===e[r])}get iterations(){return this.history.length-1}iterationAt(t){return Math.min(t>>
1,this.iterations)}meansAt(t){return this.history[this.iterationAt(t)]}get isKnown(){let{data:t,K:e}=this.trace;
return t.components!==null&&t.truth?.K===e}shareAt(t){return this._share(-1-this.iterationAt(t),()=>{lt(this.trace.
data,this.meansAt(t),this.trace.K,this.labels)})}shareOfEM(t){return this._share(Math.max(t,1),()=>{let{trace:e}=this;
jl(e.responsibilities(Math.max(t,1)),e.K,this.labels)})}_share(t,e){let s=this.shares.get(t);if(s===void 0){e();
let{data:o,K:i}=this.trace;s=ae(this.labels,o.components,i),this.shares.set(t,s)}return s}inWords(t,e){let{iterations:s}=this,
o=this.iterationAt(t),i=this.isDone?` of ${s}`:"",a=`K-means from the same means, dashed: ${this.isDone&&o===s?
`done after ${Wl(s)}`:`iteration ${o}${i}`}.`;if(!this.isKnown)return a;let h=`Labels right: k-means ${xs(this.
shareAt(t))}, EM ${xs(this.shareOfEM(t))}.`,l=e?` Best of ten ${e.start} starts: k-means ${xs(e.kmeans)}, EM ${xs(
e.em)}.`:"";return`${a} ${h}${l}`}};function jl(n,t,e){for(let s=0;s<e.length;s++){let o=0;for(let i=1;i<t;i++)
n[s*t+i]>n[s*t+o]&&(o=i);e[s]=o}}function xs(n){return`${Math.round(100*n)} %`}function Wl(n){return`${n} iter\
ation${n===1?"":"s"}`}var Bl=1e-6,As=class{constructor(t){this.trace=t,this.next=1,this.found=null,this.isStuck=!1}get agreed(){return this.
next-1}get isDone(){let{trace:t}=this;return!!this.found||this.isStuck||this.next>t.effective(t.last)}work(t){
let e=performance.now()+t;do{if(this.isDone)return!0;this._compare(this.next),!this.found&&!this.isStuck&&(this.
next+=1)}while(performance.now()<e);return this.isDone}_compare(t){let{data:e,K:s,regCovar:o}=this.trace,i=t-1>>
1,r={iteration:i+1,step:t%2?"E-step":"M-step"},a=this.trace.responsibilities(2*i+1);if(t%2){if(!this.trace.isOwn(
t))return;let l=ut(e,this.trace.rowAt(i),s,new Float64Array(e.N*s)),c=Vi(a,l);c>=0&&this._say(r,"responsibilit\
ies",c%s,a[c],l[c]);return}let h=this.trace.rowAt(i+1);try{this._compareRows(r,h,bt(e,a,s,o))}catch{this.isStuck=
!0}}_compareRows(t,e,s){let{K:o,data:i}=this.trace,{D:r}=i,a=[["weights",0,1],["means",o,r],["covariances",o+o*
r,r*(r+1)/2]];for(let[h,l,c]of a){let f=l+o*c,u=Vi(e.subarray(l,f),s.subarray(l,f));if(!(u<0)){this._say(t,h,Math.
floor(u/c),e[l+u],s[l+u]);return}}}_say(t,e,s,o,i){this.found={...t,quantity:e,component:s,yours:o,ours:i}}};function Vi(n,t){
let[e,s,o]=[0,-1,0];for(let i=0;i<t.length;i++){let r=Math.abs(n[i]-t[i]);r>s&&([e,s]=[i,r]),o=Math.max(o,Math.
abs(t[i]))}return s<=Bl*o?-1:e}function Xi({iteration:n,step:t,quantity:e,component:s,yours:o,ours:i}){return`\
iteration ${n}, ${t}: ${e} of component ${s}, yours ${Zi(o)}, ours ${Zi(i)}`}function Zi(n){let[t,e]=n.toExponential(
3).split("e"),s=Number(e),o=i=>i.includes(".")?i.replace(/\.?0+$/,""):i;return s>=-4&&s<4?o(n.toFixed(3-s)):`${o(
t)}e${s<0?"-":"+"}${String(Math.abs(s)).padStart(2,"0")}`}var ql=.01;function Kl(n,t){let{data:e,n_components:s,start:o,seed:i,reg_covar:r}=n;return[e!==t.data&&e,s!==t.
n_components&&`K = ${s}`,o!==t.start&&o,o===t.start&&String(n.own_start)!==String(t.own_start)&&"another own s\
tart",i!==t.seed&&`seed ${i}`,r!==t.reg_covar&&`reg_covar = ${r>0&&r<.001?r.toExponential():r}`].filter(Boolean).
join(", ")||"this run"}function tr(n){let{nll:t}=n;for(let e=t.length-1;e>=0;e--)if(Number.isFinite(t[e]))return t[e];
return NaN}function er(n){return Math.abs(n)<ql?"the same":`${O(Math.abs(n))} nats ${n>0?"higher (worse)":"low\
er (better)"}`}function sr({trace:n,choice:t},e,s,o){let i=`Pinned, in grey: ${Kl(t,e)}.`;if(n===s)return i;if(n.
data!==s.data)return`${i} It is of other data: its NLL cannot be compared with this one.`;let[r,a]=[s.nllAt(o),
n.nllAt(Math.min(o,n.last))],h=[i];o>0&&o<s.last&&Number.isFinite(r-a)&&h.push(`At this half-step the NLL is ${er(
r-a)}.`);let l=[tr(s),tr(n)],c=s.isRunning||n.isRunning?", so far":"";return h.push(`Ends: ${O(l[0])} here, ${O(
l[1])} pinned${c}: this run's is ${er(l[0]-l[1])}.`),n.K!==s.K&&h.push("More components nearly always reach a \
lower NLL."),h.join(" ")}var On=5,Gl=20,Hl={ghost:null,means:null},_s=class{constructor(t){this.app=t,this.pinned=null,this.right=null,
this.kmeans=null,this.hasKmeans=!1,this.best=new Map,this.asked="",this.pinButton=g("button",{type:"button",onclick:()=>this.
togglePin()},"Pin this run"),this.pinButton.title="keep its ellipses and its curve in grey, while another run \
is shown",this.kmeansButton=g("button",{type:"button","aria-pressed":"false"},"k-means"),this.kmeansButton.title=
"k-means from the same means, in step with EM",this.kmeansButton.onclick=()=>this.showKmeans(!this.hasKmeans),
this.line=g("p",{class:"emx-compared"})}togglePin(){let{trace:t,choice:e}=this.app.scene;this.pinned?this.pin(
null):t&&this.pin({trace:t,choice:e})}pin(t){this.pinned=t,this.pinButton.textContent=t?"Unpin":"Pin this run",
this._finish(t),this.app.redraw()}_finish(t){if(!t?.trace.isRunning||t!==this.pinned)return;let{run:e}=t.trace,
s=e.nll.length;$(e,performance.now()+On),e.nll.length!==s&&(this.app.redraw(),setTimeout(()=>this._finish(t),Gl))}showKmeans(t){
this.hasKmeans=t,this.kmeansButton.setAttribute("aria-pressed",String(t)),t||(this.kmeans=null),this.app.redraw()}load(t){
let{showing:e,scene:s}=this.app;if(!e.own||t.data.isPart){this.right=null;return}let o=L(s.choice);if(this.right?.
key===o&&this.right.trace.data===t.data){this.right.search.trace=t;return}this.right={key:o,trace:e.runs.of(s.
choice),search:new As(t)},e.runs.follow(s.choice)}at(t,e){if(t!==this.app.scene.trace)return Hl;let s=this.pinned?.
trace??this.right?.trace??null;return this.hasKmeans&&this.kmeans?.trace!==t&&(this.kmeans=new Ms(t)),this.kmeans?.
work(On),{ghost:s?.data===t.data?s:null,means:this.kmeans?.meansAt(e)??null}}tell(t,e){let s=t===this.app.scene.
trace,i=(!s||!this.right||this.right.search.work(On))&&(this.kmeans?.isDone??!0),a=[s&&this.pinned&&sr(this.pinned,
this.app.scene.choice,t,e),s&&this.right&&this._ofOwnSteps(t),s&&this.kmeans?.inWords(e,this._bestOfTen())].filter(
Boolean).join(" ");return this.line.textContent!==a&&(this.line.textContent=a),i}_ofOwnSteps(t){let{search:e,trace:s}=this.
right;if(!e.found){let r=e.isDone&&!t.isRunning&&t.failed<0?"All":"The first";return e.agreed>0?`${r} ${e.agreed}\
 half-steps agree with ours.`:""}let o=this.pinned?"":" In grey: the right run",i=o&&!s.isRunning?`${o}, which\
 ends at NLL ${O(s.nll.at(-1)??NaN)}.`:"";return`Your steps first differ from ours in ${Xi(e.found)}.${i}`}_bestOfTen(){
let{choice:t,trace:e}=this.app.scene,s=L({...t,seed:-1}),o=e?.data.components;return this.asked!==s&&!this.best.
has(s)&&o&&t.start!==P&&(this.asked=s,this.kmeans?.isKnown&&this.app.showing.runs.tenStarts(s,t,o)),this.best.
get(s)??null}heard({key:t,best:e}){this.best.set(t,e),this.app.redraw()}};var Ul=[["E","E-step: each sample is shared",[{formula:"p_nk = π_k N(x_n | μ_k, Σ_k)",words:"weight times d\
ensity"},{formula:"r_nk = p_nk / ∑_j p_nj",words:"responsibilities: shares that sum to 1"},{formula:"NLL = −\
∑_n log ∑_k p_nk",words:"negative log-likelihood"}]],["M","M-step: fitted to the shares",[{formula:"N_k = \
∑_n r_nk, π_k = N_k / N",words:"effective counts and weights"},{formula:"μ_k = ∑_n r_nk x_n / N_k",words:"\
means"},{formula:"Σ_k = ∑_n r_nk (x_n−μ_k)(x_n−μ_k)ᵀ / N_k",words:"covariances, plus reg_covar"}]]];
function Jl(n){return n.split(/_(\w+)/).map((t,e)=>e%2?g("sub",{},t):t)}var vs=class{constructor(){this.items=
{},this.element=g("div",{class:"emx-lines"},...Ul.map(([t,e,s])=>(this.items[t]=s.map(({formula:o,words:i})=>g(
"li",{title:i},...Jl(o))),g("div",{"data-name":t},g("strong",{},e),g("ol",{},...this.items[t]))))),this.shown=
""}light(t,e){let s=`${A(t)} ${e}`;if(s!==this.shown){this.shown=s;for(let[o,i]of Object.entries(this.items))i.
forEach((r,a)=>{o===A(t)&&(e<0||e===a)?r.setAttribute("aria-current","step"):r.removeAttribute("aria-current")})}}};var nr={E:1300,M:2e3},Yl={E:[0,.25,.9],M:[0,.35,.7]};function kn(n,t){let e=Yl[n],s=e.map((o,i)=>Ql((t-o)/((e[i+
1]??1)-o)));return{line:t<1?e.filter(o=>o<=t).length-1:-1,done:s}}function Ql(n){let t=Math.min(Math.max(n,0),
1);return t*t*(3-2*t)}function yt(n,t,e,s,o=0,i=t.length){for(let r=o;r<i;r++)s[r]=(1-e)*n[r]+e*t[r];return s}
function or(n,t,e,s,[o,i,r]){let a=new Float64Array(t.length);return yt(n,t,o,a,0,e),yt(n,t,i,a,e,e+e*s),yt(n,
t,r,a,e+e*s)}var Dl="⁰¹²³⁴⁵⁶⁷⁸⁹";function Sn({X:n,D:t},e,s,o){return C(n.subarray(o*t,(o+1)*t),1,t,e,s,new Float64Array(
s))}function En(n){let t=Math.max(...n);return n.map(e=>e===t?1:Math.exp(e-t))}function he(n,t){let e=10**-t,s=Array.
from(n,h=>h/e),o=s.map(h=>Math.floor(h+1e-9)),r=Math.round(s.reduce((h,l)=>h+l,0))-o.reduce((h,l)=>h+l,0),a=s.
map((h,l)=>l).sort((h,l)=>s[l]-o[l]-(s[h]-o[h]));for(let h of a.slice(0,Math.max(r,0)))o[h]+=1;return o.map(h=>(h*
e).toFixed(t))}function le(n){if(!Number.isFinite(n))return"0";if(n>Math.log(.001)&&n<Math.log(1e4))return String(
Number(Math.exp(n).toPrecision(3)));let t=Math.floor(n/Math.LN10),e=Math.exp(n-t*Math.LN10).toFixed(1);e==="10\
.0"&&([e,t]=["1.0",t+1]);let s=Array.from(String(Math.abs(t)),o=>Dl[Number(o)]).join("");return`${e}·10${t<0?
"⁻":""}${s}`}function Ns(n){let t=Math.max(...n);return Number.isFinite(t)?t+Math.log(n.reduce((e,s)=>e+Math.
exp(s-t),0)):t}function ir(n,t){let e=new Float64Array(t);for(let s=0;s<n.length;)for(let o=0;o<t;o++)e[o]+=n[s++];
return e}var Vl="Point at a sample, or press . and ,";function rr(n,t){return n.rowAt(Math.max(n.responsibilitiesIndex(
t),0))}function Zl(n){let t=Ns(n);return n.map(e=>Math.exp(e-t))}function Xl(n,t,e){return e<0?Vl:t===0?`Sampl\
e ${e}, in the E-step to come`:n.isOwn(t)?`Sample ${e}, by your e_step`:`Sample ${e}, in ${A(t)==="E"&&t!==n.failed?
"this":"the last"} E-step`}function Ln(n,t,e,s,o,{line:i,done:r}){let{K:a,data:h}=n,l={K:a,title:Xl(n,e,s),N:h.
N,logs:null,densities:null,shares:null},c=o&&(i<0?o:o.map(y=>y*r[0]));if(s<0)return{...l,counts:c};let f=rr(n,
e),u=Sn(h,f,a,s),p=t.responsibilities(e),d=En(u);if(i>=0&&A(e)==="E"){let y=e>1?En(Sn(h,rr(n,e-1),a,s)):new Float64Array(
a);d=yt(y,d,r[0],d)}let m=p?p.subarray(s*a,(s+1)*a):Zl(u),w=i>=0&&e===1;return{...l,logs:u,densities:d,shares:w?
Float64Array.from(m,y=>y*r[1]):m,counts:c}}function ar(n,t,e){let{data:s,K:o}=n,{logs:i,shares:r,title:a}=Ln(n,
n,t,e,null,{line:-1,done:[]});if(!i||!r)return"";let h=he(r,3),l=[0,1].slice(0,s.plane.shown).map(f=>s.places[2*
e+f].toPrecision(3)),c=Array.from({length:o},(f,u)=>`component ${u}: weight times density ${le(i[u])}, respons\
ibility ${h[u]}`);return`${a}, at ${l.join(", ")}. ${c.join("; ")}.`}var tc=.4;function hr({context:n,framed:t,look:e},s){let o=8.5*e.scale*Math.sqrt(e.size/14);for(let[i,r]of[[e.
paper,5],[e.ink,2.4]])n.strokeStyle=i,n.lineWidth=r*e.scale,n.beginPath(),n.arc(t.at[2*s],t.at[2*s+1],o,0,2*Math.
PI),n.stroke()}function Pn({context:n,framed:t,look:e},s,o,i,r){let a=e.scale*Math.sqrt(e.size/14)*(r?2.2:1);for(let{
n:h,k:l,strength:c}of s){let[f,u]=[t.at[2*h],t.at[2*h+1]];n.strokeStyle=e.colors[l%e.colors.length],n.globalAlpha=
(r?1:.75)*Math.max(c,.08),n.lineWidth=(.6+c)*a,N(n,f,u,(o[l][0]-f)*i,(o[l][1]-u)*i)}n.globalAlpha=1}function lr({
context:n,look:t},e,s,o){let i=7.5*t.scale*Math.sqrt(t.size/14);n.strokeStyle=n.fillStyle=t.ink,e.forEach(([r,
a],h)=>{n.globalAlpha=1-(1-tc)*o,n.lineWidth=1.6*t.scale,n.beginPath(),et[h%et.length](n,r,a,i),n.stroke(),n.globalAlpha=
o,n.lineWidth=2*t.scale,N(n,r,a,(s[h][0]-r)*o,(s[h][1]-a)*o)}),n.globalAlpha=1}function cr(n,t,e,s){return Array.
from({length:e},(o,i)=>B(n,F(t,e,s,i).place))}var Os=class{constructor(){this.isOn=!1,this.calm=matchMedia("(prefers-reduced-motion: reduce)"),this.moving=null}get isMoving(){
return this.moving!==null}begin(t,e){if(this.moving=null,!this.isOn||this.calm.matches||e===t.failed)return;let s=t.
responsibilities(e-1)?.slice()??null,o=t.responsibilities(e)?.slice();if(!o)return;let i=t.row(e-1).slice(),r=new Float64Array(
o.length);this.moving={trace:t,h:e,begun:performance.now(),row:i,old:s,fresh:o,mixed:r}}finish(){this.moving=null}phase(t,e){
let s=A(e),{moving:o}=this;if(o&&s!=="start"){let i=(performance.now()-o.begun)/nr[s];if(o.trace===t&&o.h===e&&
i<1)return kn(s,i)}return this.moving=null,s==="start"?{line:-1,done:[]}:kn(s,1)}seen(t,e,{done:s}){let{moving:o}=this;
if(!o)return{trace:t,look:e};let{h:i,row:r,old:a,fresh:h,mixed:l}=o,c=Object.create(t);if(A(i)==="M"){let d=or(
r,t.row(i),t.K,t.data.D,s);return c.row=()=>d,c.responsibilities=()=>h,c.paramsIndex=()=>t.paramsIndex(i-1),{trace:c,
look:e}}let f=s[1],u=a?yt(a,h,f,l):h;if(c.responsibilities=()=>u,a)return{trace:c,look:e};let p=e.colorBytes.map(
d=>d.map((m,w)=>m*f+e.greyBytes[w]*(1-f)));return{trace:c,look:{...e,colorBytes:p}}}};var ec=["k","π_k N(x_n |…)","r_nk","N_k"],ks={shares:3,counts:1};function sc(n){return n.split(/_(\w+)/).map(
(t,e)=>e%2?g("sub",{},t):t)}var Ss=class{constructor(){this.caption=g("caption",{}),this.body=g("tbody",{}),this.
sums=g("tr",{}),this.table=g("table",{},this.caption,g("thead",{},g("tr",{},...ec.map(t=>g("th",{scope:"col"},
...sc(t))))),this.body,g("tfoot",{},this.sums)),this.element=g("div",{class:"emx-bars"},this.table),this.cells=
[],this.colors=""}_build(t){if(this.colors===t.join())return;this.colors=t.join(),this.cells=t.map(()=>[0,1,2].
map(()=>({number:g("span",{}),bar:g("i",{"aria-hidden":"true"})})));let e=o=>this.cells[o].map(({number:i,bar:r})=>(r.
style.background=t[o],g("td",{},i,r))),s=t.map((o,i)=>g("tr",{},g("th",{scope:"row"},String(i)),...e(i)));this.
body.replaceChildren(...s)}show({K:t,title:e,logs:s,densities:o,shares:i,counts:r,N:a},h){this._build(Array.from(
{length:t},(f,u)=>h[u%h.length])),this.caption.textContent!==e&&(this.caption.textContent=e);let l=[{texts:s&&
Array.from(s,le),lengths:o},{texts:i&&he(i,ks.shares),lengths:i},{texts:r&&he(r,ks.counts),lengths:r&&Array.from(
r,f=>f/a)}];this.cells.forEach((f,u)=>f.forEach(({number:p,bar:d},m)=>{let{texts:w,lengths:y}=l[m];p.textContent=
w?w[u]:"",d.style.width=`${100*Math.min(y?y[u]:0,1)}%`}));let c=[s?le(Ns(s)):"",i?String(Number(fr(i).toFixed(
ks.shares))):"",r?String(Number(fr(r).toFixed(ks.counts))):""];this.sums.replaceChildren(g("th",{scope:"row"},
"∑"),...c.map(f=>g("td",{},f)))}normalise(){let t=this.cells.map(([,e])=>e.bar.style.width);this.still();for(let[
e,s]of this.cells)s.bar.style.width=e.bar.style.width;this.element.offsetWidth,this.element.classList.add("emx\
-normalising"),this.cells.forEach(([,e],s)=>e.bar.style.width=t[s])}still(){this.element.classList.remove("emx\
-normalising")}};function fr(n){return Array.from(n).reduce((t,e)=>t+e,0)}function ur(n,t,e){let s=[];for(let o=0;o<t;o++){let i=e[o]/Math.min(Math.floor(96/t),Math.max(Math.round(e[o]),
1)),r=0,a=i/2;for(let h=o,l=0;h<n.length;h+=t,l++)if(r+=n[h],!(r<a)){for(;a<=r;)a+=i;n[h]>=.02&&s.push({n:l,k:o,
strength:n[h]})}}return s}function pr(n,t,e){return Array.from({length:t},(s,o)=>({n:e,k:o,strength:n[e*t+o]})).
filter(({strength:s})=>s>=.02)}var dr={mouse:9,pen:14,touch:22},nc=6;function oc(n,[t,e],s){let o=-1,i=s*s;for(let r=0;2*r<n.length;r++){let a=(n[2*
r]-t)**2+(n[2*r+1]-e)**2;a<i&&([o,i]=[r,a])}return o}function ic(n,t,e){let s=Array.from({length:n.length/2},(o,i)=>i).
sort((o,i)=>n[2*o]-n[2*i]||o-i);return t<0?(e>0?s[0]:s[s.length-1])??-1:s[s.indexOf(t)+e]??-1}var Es=class{constructor(t,e){
this.canvas=t,this.about=e,this.under=-1,this.kept=-1,this.data=null,this.pressed=null,t.addEventListener("poi\
ntermove",s=>this._hover(s)),t.addEventListener("pointerleave",()=>this._set({under:-1})),t.addEventListener("\
pointerdown",({clientX:s,clientY:o})=>{this.pressed=e.isTaken()?null:[s,o]}),t.addEventListener("click",s=>this.
_tap(s))}get sample(){return this.data!==this.about.framed().data&&(this.under=this.kept=-1),this.under>=0?this.
under:this.kept}_at(t){let e=t.pointerType,s=this.canvas.width/this.canvas.clientWidth;return oc(this.about.framed().
at,st(this.canvas,t),(dr[e]??dr.mouse)*s)}_hover(t){t.pointerType!=="touch"&&this._set({under:t.buttons||this.
about.isTaken()?-1:this._at(t)})}_tap(t){let{pressed:e}=this;if(this.pressed=null,!e||Math.hypot(t.clientX-e[0],
t.clientY-e[1])>nc)return;let s=this._at(t);this._set({kept:s===this.kept?-1:s})}step(t){let{at:e,data:s}=this.
about.framed();s&&this._set({under:-1,kept:ic(e,this.sample,t)})}letGo(){let t=this.sample>=0;return this._set(
{under:-1,kept:-1}),t}_set({under:t=this.under,kept:e=this.kept}){let s=this.sample;this.data=this.about.framed().
data,Object.assign(this,{under:t,kept:e}),this.sample!==s&&this.about.changed(this.sample>=0)}};var rc='[aria-keyshortcuts="ArrowRight"]',ac=300,Ls=class{constructor(t){this.app=t;let{layout:e,drag:s,options:o}=t;
this.slow=new Os,this.touch=new Es(e.left,{framed:()=>t.screen.plane.framed,isTaken:()=>e.own.isAdding||s.grabbed!==
null,changed:()=>this._touched()}),this.lines=new vs,this.bars=new Ss,this.live=g("p",{class:"emx-hidden",role:"\
status"}),this.card=g("div",{class:"emx-card",hidden:!0}),this.panel=g("div",{class:"emx-inside",hidden:!0},this.
lines.element),this.toggleButton=g("button",{type:"button","aria-pressed":"false",onclick:()=>this.open(!this.
isOpen)},"Lines of the algorithm"),this.tick=xt("slow motion",i=>this.setSlow(i),"what a half-step does, line \
by line"),this.isNew=!1,this.timer=0,this.known={trace:null,h:-1,counts:new Float64Array(0),threads:[]},this.now=
null,e.panels[0].append(this.card),e.stage.append(this.panel),e.element.append(this.live),o.controls.includes(
"slow")&&(e.transport.element.append(this.tick.element),e.foot.prepend(this.toggleButton));for(let i of["keydo\
wn","click"])e.element.addEventListener(i,r=>this._skip(r),!0);this.open(!1)}close(){clearTimeout(this.timer)}get isOpen(){
return!this.panel.hidden}setSlow(t){this.slow.isOn=this.tick.input.checked=t,this.slow.finish(),t&&this.open(!0),
this.app.redraw()}open(t){this.panel.hidden=!t,this.toggleButton.setAttribute("aria-pressed",String(t)),this.app.
layout.element.classList.toggle("emx-beside",t),(t?this.panel:this.card).append(this.bars.element),this.app.redraw()}_skip(t){
if(!this.slow.isMoving)return;this.slow.finish(),this.app.redraw();let e=t.target,s="key"in t?t.key==="ArrowRi\
ght":!1;this.app.scene.isPlaying||!(s||e.closest(rc))||(t.preventDefault(),t.stopPropagation())}_touched(){this.
isNew=!0,clearTimeout(this.timer),this.timer=window.setTimeout(()=>this._readOut(),ac),this.app.redraw()}_readOut(){
let t=this.touch.sample;this.live.textContent=this.now&&t>=0?ar(this.now.trace,this.now.h,t):""}see(t,e,s){let o=this.
slow.phase(t,e),i=this.slow.seen(t,s,o);return this.now={trace:t,seen:i.trace,h:e,look:s,phase:o},{...i,isMoving:this.
slow.isMoving}}clear(){this.now=null,this.card.hidden=!0}_fitted(t,e){if(this.known.trace!==t||this.known.h!==
e){let s=t.responsibilities(e)??[],o=ir(s,t.K);this.known={trace:t,h:e,counts:o,threads:ur(s,t.K,o)}}return this.
known}draw(t,e){if(!this.now)return;let{trace:s,seen:o,h:i,look:r,phase:a}=this.now,{K:h,data:l}=s,c={context:t,
framed:e,look:r},f=this.touch.sample;if(this.slow.isOn&&A(i)==="M"&&i!==s.failed){let[u,p]=[i-1,i].map(y=>cr(e,
s.row(y),h,l.plane)),[d,m]=a.done;Pn(c,this._fitted(s,i).threads,p,d,!1);let w=o.responsibilities(i);f>=0&&w&&
Pn(c,pr(w,h,f),p,d,!0),lr(c,u,p,m)}f>=0&&hr(c,f)}tell(){if(!this.now)return;let{trace:t,seen:e,h:s,look:o,phase:i}=this.
now,r=this.touch.sample,{isOpen:a}=this;if(this.card.hidden=a||r<0,this.card.hidden&&!a)return;this.lines.light(
s,i.line);let h=a&&A(s)==="M"&&s!==t.failed?this._fitted(t,s).counts:null;this.bars.show(Ln(t,e,s,r,h,i),o.colors),
this.slow.isMoving?this.bars.still():this.isNew&&r>=0&&this.bars.normalise(),this.isNew=!1,!a&&r>=0&&this._placeCard(
r)}_placeCard(t){let{framed:e}=this.app.screen.plane,{at:s,box:o}=e;this.card.dataset.x=s[2*t]<o.left+o.width/
2?"right":"left",this.card.dataset.y=s[2*t+1]<o.top+o.height/2?"bottom":"top"}};var hc="data-lm-suppress-shortcuts",lc=".jp-Cell";var Tn={ArrowRight:["move",1],ArrowLeft:["move",-1],ArrowUp:["move",2],ArrowDown:["move",-2],Home:["first"],End:[
"last"]," ":["play"],K:["change","n_components",1],k:["change","n_components",-1],S:["change","seed",1],s:["ch\
ange","seed",-1],"+":["faster",1],"-":["faster",-1],".":["sample",1],",":["sample",-1],f:["fullscreen"],Escape:[
"leave"]},cc=["ArrowRight","ArrowLeft","ArrowUp","ArrowDown","Home","End"];function mr({tag:n="",type:t=""}){return n===
"INPUT"&&!["checkbox","radio","range"].includes(t)}function fc({key:n,shiftKey:t,altKey:e,ctrlKey:s,metaKey:o}){
return!!(s||o||n==="Enter"&&(t||e))}function uc(n,t={},e=!1){if(e||!Object.hasOwn(Tn,n))return null;if(n==="Es\
cape")return Tn[n];let{tag:s="",type:o=""}=t;if(mr(t)||s==="SELECT"||s==="TEXTAREA")return null;let i=["BUTTON",
"SUMMARY"].includes(s)||s==="INPUT"&&o!=="range";return n===" "&&i||cc.includes(n)&&o==="range"?null:Tn[n]}var Ps=class{constructor(t,e,s,o){
this.element=t,this.stage=e,this.options=s,this.app=o,t.addEventListener("keydown",i=>this._pressed(i)),this.lend=
i=>t.contains(i.target)&&this._lend(i),window.addEventListener("keydown",this.lend,!0)}close(){window.removeEventListener(
"keydown",this.lend,!0)}_lend(t){let{key:e,shiftKey:s,altKey:o,ctrlKey:i,metaKey:r}=t,a=t.target,h=fc(t);if(a.
toggleAttribute(hc,!h),!(h&&e==="Enter"&&mr({tag:a.tagName,type:a.type})))return;t.preventDefault(),t.stopImmediatePropagation();
let{stage:l}=this;l.focus();let c={key:e,code:"Enter",keyCode:13,shiftKey:s,altKey:o,ctrlKey:i,metaKey:r};l.dispatchEvent(
new KeyboardEvent("keydown",{...c,bubbles:!0,cancelable:!0}))}_leave(){if(document.fullscreenElement||this.app.
inside.touch.letGo())return;let t=this.element.closest(lc);t instanceof HTMLElement?t.focus():document.activeElement?.
blur()}_pressed(t){let{tagName:e,type:s}=t.target,o=t.ctrlKey||t.metaKey||t.altKey,i=uc(t.key,{tag:e,type:s},o);
if(!i)return;t.preventDefault(),t.stopPropagation();let[r,...a]=i;this._do(r,...a)}_change(t,e){let{options:s}=this;
if(!s.controls.includes(t))return;let o=t==="seed"?s.seeds:s.counts,i=this.app.scene.choice[t]+e;o.includes(i)&&
this.app.choose({[t]:i})}_do(t,...e){let{app:s}=this;({move:i=>s.move(i),first:()=>s.go(0),last:()=>s.go(1/0),
play:()=>s.player.toggle(),change:(i,r)=>this._change(i,r),faster:i=>s.player.faster(i),sample:i=>s.inside.touch.
step(i),fullscreen:()=>s.surroundings.toggleFullScreen(),leave:()=>this._leave()})[t](...e)}};var pc=500,Ts=class{constructor(t,e){this.app=t;let s=matchMedia("(prefers-reduced-motion: reduce)").matches;this.
speed=s?Math.min(e,1):e,this.stepped=0,this.isCalm=s,this.goal=null}get isPlaying(){return this.app.scene.isPlaying}toggle(){
this.isPlaying?this.pause():this.play()}play(){let{app:t}=this,{scene:e}=t;e.trace&&(this.goal=null,e.h===e.trace.
last&&t.go(0),e.isPlaying=!0,this.stepped=performance.now(),t.redraw())}playTo(t,e,s){let{app:o}=this;if(this.
play(),this.isCalm||t<=o.scene.h){o.go(t),this.pause(),s();return}this.goal={h:t,speed:(t-o.scene.h)/e,done:s}}_arrive(){
let{goal:t}=this;this.goal=null,t?.done()}pause(){this.isPlaying&&(this.app.scene.isPlaying=!1,this._arrive(),
this.app.redraw())}faster(t){let e=Yt.findIndex(s=>s>=this.speed);this.app.setSpeed(Yt[Math.min(Math.max(e+t,0),
Yt.length-1)])}advance(t){if(!this.isPlaying)return;let{scene:e,inside:s}=this.app,{isOn:o,isMoving:i}=s.slow;
i&&(this.stepped=t);let{h:r,speed:a}=this.goal??{h:1/0,speed:this.speed},h=Math.floor((t-this.stepped)*a/1e3+.05);
if(h<1)return;this.stepped=t-this.stepped>pc?t:this.stepped+h*1e3/a,this.app.go(Math.min(e.h+(o?1:h),r));let{trace:l,
h:c,canRun:f}=e,u=l&&c===l.last&&(!l.isRunning||!f);c!==r&&!u||(e.isPlaying=!1,this._arrive())}};function gr(n,t){return{choices:dc,number:mc,order:gc,point:wc}[n.kind](n,t)}function dc({choices:n,several:t},e){
let s=[...e].sort((a,h)=>a-h),o=n.flatMap((a,h)=>a.is_right?[h]:[]),i=s.map(a=>n[a].reason),r=o.filter(a=>!s.includes(
a)).length;return r&&t&&i.push(`${r} more ${r===1?"is":"are"} right.`),{isRight:String(s)===String(o),reasons:i}}
function mc({value:n,tolerance:t,reason:e,slips:s,too_small:o,too_large:i},r){let a=l=>Math.abs(r-l)<=t+1e-12*
Math.abs(l);return a(n)?{isRight:!0,reasons:[e]}:{isRight:!1,reasons:[s.find(l=>a(l.value))?.reason??(r<n?o:i)]}}
function gc({items:n},t){let e=t.findIndex((s,o)=>s!==o);return e<0?{isRight:!0,reasons:n.map(s=>s.reason)}:{isRight:!1,
reasons:[n[e].reason]}}function wc({target:n,others:t,elsewhere:e},[s,o]){let i=a=>Math.hypot(s-a.x,o-a.y);if(i(
n)<=n.within)return{isRight:!0,reasons:[n.reason]};let r=t.filter(a=>i(a)<=a.within);return r.sort((a,h)=>i(a)-
i(h)),{isRight:!1,reasons:[r[0]?.reason??e]}}var yc={true:"✓",false:"✗"},bc={true:"Right.",false:"Not as predicted."},Is=class{constructor(t){this.told=
t,this.element=g("div",{class:"emx-story",role:"group",tabindex:"-1",hidden:!0}),this.seen=g("p",{class:"emx-s\
een"})}clear(){this.element.hidden=!0,this.element.replaceChildren()}ask(t){let{choices:e}=t.question.answer,s=e.
map(({text:o},i)=>g("button",{type:"button",onclick:()=>this._answer(t,i)},o));this._show(t,"asking",g("p",{},
t.sentence),g("p",{},g("strong",{},"Predict. "),t.question.text),g("div",{class:"emx-predictions",role:"group",
"aria-label":"your prediction"},...s),this._foot()),s[0].focus({preventScroll:!0})}_answer(t,e){let{answer:s}=t.
question,{isRight:o,reasons:i}=gr(s,[e]),r=s.choices.find(c=>c.is_right),a=String(o),h=g("p",{class:`emx-verdi\
ct-${o?"right":"wrong"}`},g("strong",{},`${yc[a]} ${bc[a]} `),`“${s.choices[e].text}”: ${i[0]}`),l=!o&&r?g(
"p",{},`Right is “${r.text}”: ${r.reason}`):"";this.seen.textContent="",this._show(t,"told",g("div",{role:"\
status"},h,l,this.seen),this._foot()),this.element.focus({preventScroll:!0}),this.told.answered()}tell(t){this.
seen.textContent=t.seen}_foot(){let{told:t}=this;return g("div",{class:"emx-bar"},g("button",{type:"button",onclick:t.
next},"Next story"),g("button",{type:"button",onclick:t.close},"Close"))}_show(t,e,...s){let{element:o}=this;o.
setAttribute("aria-label",`Story: ${t.title}`),o.dataset.state=e,o.replaceChildren(g("h3",{},t.title),...s),o.
hidden=!1}};var $s={data:"original",n_components:3,seed:0,start:"identity",reg_covar:1e-6,own_start:[],own_points:[]};function J(n,...t){
return{text:n,answer:{kind:"choices",choices:t,several:!1}}}function Y(n,t){return{text:n,reason:t,is_right:!0}}
function S(n,t){return{text:n,reason:t,is_right:!1}}var xc=[[.3,.2,.5],[1.2,.4,-4.4,1,4.1,-.3],[.8,-.4,1,1.2,-.8,1,1.2,.6,3]].flat(),wr=[{title:"Slow",sentence:"T\
hree groups that overlap: even the true mixture would leave most samples in doubt.",choice:{data:"overlapping"},
to:1e3,question:J("EM stops when the NLL changes by less than 0.000001. When will that be?",S("After about 10 \
iterations","The first 10 do most of the work, but the NLL creeps on."),S("After about 100 iterations","At ite\
ration 100 the NLL still falls, if only in the third decimal."),Y("Not within 500 iterations","The more the co\
mponents overlap, the less a sample says about which of them it belongs to.")),seen:"After 10 iterations the N\
LL is 2054.63, after 500 it is 2049.65 and still falling. Only 2 % of the samples have a responsibility above \
0.99."},{title:"Fast",sentence:"Three groups that are far apart, and in each of them one mean to start with.",
choice:{data:"well separated",start:"k-means++"},to:10,question:J("After how many iterations has EM converged?",
Y("5","As soon as each sample clearly belongs to one component, one M-step puts the components in place."),S("\
50","Where groups are clear, EM needs few steps."),S("500","Where groups are clear, EM needs few steps.")),seen:"\
From iteration 3 on nearly all responsibilities are close to 0 or 1, and nothing is left to do: EM has converg\
ed after 5 iterations, at NLL 2333.70."},{title:"A wrong model",sentence:"The samples lie around a circle. No \
mixture of three Gaussians looks like that.",choice:{data:"ring",start:"k-means++"},to:200,layers:{contours:!0},
question:J("How will EM tell that the model is wrong?",S("It will not converge","It does: to a mixture that fi\
ts better than those around it."),S("It will fail","EM fails where a component collapses. Here each has enough\
 samples."),Y("Not at all","EM only compares mixtures of three Gaussians with one another, never with anything\
 else.")),seen:"EM converges after 100 iterations, each component on a third of the circle, and says nothing. \
Seed 2 ends elsewhere, at 2525.18 instead of 2527.54: it is the data that are symmetric, not the fit."},{title:"\
A far sample",sentence:"The true mixture of the course and some of its samples. One more lies far away, at (−6\
, −4.35), at the lower left.",choice:{data:T,start:P,own_start:xc},points:{every:6,of:"original",samples:[[-6,
-4.35]]},to:1,question:J("Which component takes most of the responsibility for it?",S("1, whose mean is neares\
t","It is 5.6 away, but component 1 is narrow: that is 9.5 standard deviations."),Y("2, whose mean is farthest",
"It is 10.9 away, but component 2 is wide: that is 9.2 standard deviations. And its weight is larger."),S("All\
 about the same","All densities are tiny, but what counts is their ratio.")),seen:"Component 2 takes 93 % of i\
t, component 1 only 7 %. Far from all means, the widest component wins: distance counts in standard deviations\
."}];var yr=[{title:"A plateau",sentence:"EM has made 16 iterations. The last one lowered the NLL by 18.88, the nex\
t by only 0.85.",choice:{},from:32,to:100,question:J("What happens in the iterations that follow?",S("Nothing \
much: it has converged","A small step does not mean that the end is near. EM is on a plateau."),Y("The NLL fal\
ls slowly, then fast again","Up to iteration 36 it falls by less than 1 per iteration, in iteration 44 by 6.45\
."),S("The NLL rises again","An exact E-step and M-step never raise the NLL.")),seen:"Components 0 and 1 share\
 both groups on the right. Component 1 moves slowly to the right and leaves one group to component 0: the NLL \
falls from 2359.57 in iteration 16 to 2302.74 in iteration 50, and ends at 2295.07."},{title:"A poor optimum",
sentence:"The data have three groups, and there are three components. Only the start is another one: seed 2.",
choice:{seed:2},to:662,question:J("From seed 0, EM ends at NLL 2295.07. And from here?",S("At the same NLL","T\
hen every start would do. EM only goes downhill from where it starts."),Y("At a higher NLL, and it stays there",
"It is a local minimum of the NLL: no small step leads out of it."),S("It does not converge","It does, after 3\
31 iterations, but to a worse fit.")),seen:"EM converges at NLL 2370.20, which is 75.13 above the run of seed \
0 (in grey). Components 0 and 1 share the group on the left, and component 2 covers the two others.",pinned:{}},
{title:"A collapse",sentence:"Five components for three groups, and reg_covar = 0: nothing is added to the cov\
ariances.",choice:{n_components:5,seed:8,reg_covar:0},to:69,question:J("What will become of the two components\
 too many?",S("Their weights become 0","A component that is not needed does not have to go: it can fit very fe\
w samples very well."),Y("One shrinks onto very few samples, until EM fails","Around two samples the density c\
an become as high as you like: nothing holds it."),S("They end on top of another component","That can only las\
t if they start equal, or get there exactly.")),seen:"Component 0 keeps 2 of the 600 samples. Its ellipse is a\
 needle without width. After iteration 34 its covariance is singular, and the next E-step fails. A small reg_c\
ovar keeps such a covariance invertible."},{title:"Label switching",sentence:"From seed 1 EM ends at NLL 2295.\
07, with the components 0, 1, 2 from left to right (in grey).",choice:{seed:3},to:86,question:J("And from seed\
 3?",S("At another NLL, with other ellipses","The fit is the same, to the last ellipse."),S("The same ellipses\
 with the same numbers","Which component gets which group is decided by the start."),Y("The same ellipses, num\
bered otherwise","Renumbering the components does not change the mixture, nor the NLL.")),seen:"The same NLL, \
2295.07, and the same ellipses, but from left to right they are now 2, 1, 0. The number of a component means n\
othing.",pinned:{seed:1}},{title:"Symmetry",sentence:"All three components start equal: the same weight, the s\
ame mean, the same covariance.",choice:{start:"all means equal"},to:4,question:J("How many of the three groups\
 will they find?",S("All three","Nothing tells the components apart, so nothing can pull them apart."),S("Two",
"Nothing tells the components apart, so nothing can pull them apart."),Y("None: they stay equal","Every sample\
 gives 1/3 to each, so each M-step gives all three the same mean and covariance.")),seen:"All responsibilities\
 are 1/3. After 2 iterations EM has converged: three equal Gaussians on the mean of all samples, NLL 2600.36, \
as with K = 1. EM does not break a symmetry by itself."}];var Bt=[...yr,...wr];var br="Stories…",In={least:1,most:6,each:.25},Mc={color:"pie",ellipses:!0,trails:!0,contours:!1,truth:!1,bound:!1,
zoom:!1};function Ac(n,t){let{own_start:e,own_points:s,...o}={...$s,...n.choice},i=o;return i.start===P&&(i.own_start=
e),n.points?i.own_points=_c(n.points,t(n.points.of)):s.length&&(i.own_points=s),i}function _c({every:n,samples:t},{
X:e,D:s}){let o=[];for(let i=0;i<e.length;i+=n*s)o.push(Array.from(e.subarray(i,i+s),r=>Math.round(100*r)/100));
return[...o,...t]}var Fs=class{constructor(t){this.app=t,this.story=null,this.key="",this.before=t.scene.choice,
this.card=new Is({answered:()=>this._play(),next:()=>this.begin(Bt[(this._at()+1)%Bt.length]),close:()=>this._return()});
let e=[br,...Bt.map(({title:i})=>i)],{element:s,select:o}=z("stories",e,i=>this._chosen(i));s.classList.add("e\
mx-stories"),s.firstElementChild?.remove(),this.element=s,this.select=o}_at(){return this.story?Bt.indexOf(this.
story):-1}_chosen(t){let e=Bt.find(s=>s.title===t);e?this.begin(e):this.leave()}begin(t){let{app:e}=this;this.
story||(this.before=e.scene.choice),this.story=null,e.player.pause(),e.comparison.pin(null),e.comparison.showKmeans(
!1),e.setLayers({...Mc,...t.layers});let s=Ac(t,o=>this._dataOf(o));e.inside.setSlow(!1),e.showing.wanted=t.from??
0,e.showing.isAtEnd=!1,e.choose(s),this.key=L({...e.scene.choice,...s}),this.story=t,this.select.value=t.title,
this.card.ask(t)}_dataOf(t){return this.app.showing.runs.datasets.of({...$s,data:t})}_play(){let{app:t,story:e}=this;
if(!e)return;if(e.pinned){let o={...$s,...e.pinned};t.comparison.pin({trace:t.showing.runs.of(o),choice:o})}let s=In.
each*(e.to-t.scene.h);t.player.playTo(e.to,Math.min(Math.max(s,In.least),In.most),()=>{this.story===e&&this.card.
tell(e)})}_return(){let{story:t,before:e}=this;this.leave(),t?.points&&e.own_points.length&&this.app.choose(e)}leave(){
this.story=null,this.select.value=br,this.card.clear()}showChoice(t){this.story&&L(t)!==this.key&&this.leave()}};var ce=class{constructor(t,e,s,{onchoice:o=()=>{},onview:i=()=>{}}={}){this.options=t,this.onchoice=o,this.onview=
i,this.scene=new je(e,t.half_step,t.layers),this.startBefore=t.starts.find(r=>r!==P),this.player=new Ts(this,t.
speed),this.comparison=new _s(this),this.stories=new Fs(this),this.layout=new Re(t,this),this.element=this.layout.
element,this.screen=new rs(this.layout,this.scene,this.comparison,r=>{this.dragging.compute(),this.player.advance(
r)}),this.limits=new ze(this.layout,()=>this.showing.showNote()),this.drag=new bs(this.layout.left,this),this.
inside=this.screen.inside=new Ls(this),this.basins=new Oe(this.layout.left,this,t.has_own_steps),this.layout.addBasins(
this.basins.panel.element),this.screen.map=this.basins,this.showing=new ws(this,t,s),this.dragging=new We(this.
scene,this.showing.runs,this.screen),So(this.layout.right,r=>this.screen.chart.halfStepAt(r),r=>this.jump(r)),
this.keyboard=new Ps(this.element,this.layout.stage,t,this),this.surroundings=new ys(this.layout,this.screen,r=>this.
say(r)),Object.assign(this.element,{explorer:this}),this.showing.load()}close(){this.player.pause(),this.dragging.
close(),this.showing.close(),this.screen.close(),this.keyboard.close(),this.surroundings.close(),this.layout.status.
close(),this.inside.close()}choose(t){let e=this.scene.choice,s={...e,...t},o="";if(s.n_components!==e.n_components&&
s.start===P&&!t.own_start&&(s.start=this.startBefore,o=`Your own start has another K: EM starts from ${s.start}\
 again.`),t.data===T&&!t.own_points&&this.layout.own.fit(s),!this.showing.has(s)){this.layout.showChoice(e),this.
say(ie);return}s.start!==P&&(this.startBefore=s.start),this.scene.choice=s,this.showing.load(o),this.onchoice(
s)}toEnd(t){this.player.pause(),this.showing.isAtEnd=!0,this.choose(t)}adopt(t){JSON.stringify(t)!==JSON.stringify(
this.scene.choice)&&(this.scene.choice=t,this.showing.load())}say(t){this.layout.said.textContent=t}setLayers(t){
Object.assign(this.scene.layers,t),this.layout.layers.set(this.scene.layers),this.redraw()}dragTo(t){this.dragging.
to(t)}startFrom(t){this.showing.wanted=Math.min(this.scene.h,1),this.showing.isAtEnd=!1,this.choose({start:P,own_start:Array.
from(t)})}go(t){let{scene:e,showing:s,inside:o}=this;if(!e.trace)return;s.touched=performance.now();let i=e.h;
e.h=s.wanted=Math.min(Math.max(t,0),e.trace.last),e.h===i+1&&o.slow.begin(e.trace,e.h),s.isAtEnd=e.h>1&&e.h===
e.trace.last,this.screen.redraw(!0)}jump(t){this.player.pause(),this.go(t)}move(t){this.jump(this.scene.h+t)}setSpeed(t){
this.player.speed=t,this.layout.transport.showSpeed(t)}redraw(){this.screen.redraw()}setKernel(t){this.limits.
isAlone===t&&this.redraw(),this.limits.isAlone=!t;let{own:e,shown:s}=this.showing;!e||t===this.scene.canRun||(this.
scene.canRun=t,this.limits.ofKernel(t),this.showing.waiting.end(),t||!s?this.showing.load():e.of(this.scene.choice)?
this.redraw():(this.choose(s),this.say(ie)))}get view(){let{h:t,layers:e}=this.scene;return{half_step:t,layers:e,
speed:this.player.speed,large:this.layout.isLarge}}settled(){this.onview(this.view),this.layout.own.show(),this.
limits.keepStills()}};var vc=["dead","terminating"];async function xr(n,t,e){let s=n.widget_manager,o=await Nc(s,t),i=s?.context?.sessionContext??
s?.kernel,[r,a,h,l]=[0,0,!1,!1],c=b=>{l=b,e(b)},f=()=>!!i?.statusChanged&&(!s.kernel||vc.includes(s.kernel.status)),
u=()=>{o?.comm_live!==!1&&!f()||(h=!1,c(!0))},p=b=>{typeof b=="number"&&(a=Math.max(a,b)),c(!1)},d=b=>{b.content.
execution_state==="idle"&&(h=!1,setTimeout(()=>a>=r||h||c(!0),100))},m=()=>{if(u(),!(h||f())){h=!0,r+=1;try{n.
send(r,{iopub:{status:d}})}catch{h=!1,c(!0)}}},w=[i?.statusChanged,i?.kernelChanged].filter(Boolean);n.on("msg\
:custom",p),o?.on("comm_live_update",u);for(let b of w)b.connect(u);return m(),{ask:m,stop:()=>{n.off("msg:cus\
tom",p),o?.off("comm_live_update",u);for(let b of w)b.disconnect(u)},isGone:()=>l}}async function Nc(n,t){return n?.
get_model?.(t)?.catch(()=>null)}var Oc=/(?:"|IPY_MODEL_)([0-9a-f]{32})"/g,kc="gmm_helpers.",Sc="application/vnd.jupyter.widget-state+json",Ec="\
application/vnd.jupyter.widget-view+json",Lc="Error displaying widget: model not found";function Ar(n){let t=n?.context?.model,e=n?._modelsSync;if(!t?.toJSON||!e||Object.hasOwn(n,"get_state_sync"))return;
let s=n.get_state_sync.bind(n);n.get_state_sync=o=>{let i=[...e.values()].filter(r=>!r.comm_live);for(let r of i)
r._comm_live=!0;try{let r=s(o),a=new Set(i.map(h=>h.model_id));return{...r,state:$c(r.state,t.toJSON().cells,a)}}finally{
for(let r of i)r._comm_live=!1}},Pc(n,async()=>{Tc(n,document),await Ic(n)})}function Pc(n,t){let e=0,s=()=>{clearTimeout(
e),e=setTimeout(t,1e3)};n.restored?.connect(s),s()}function Tc(n,t){let e=n.context?.model?.cells;for(let s of t.
querySelectorAll(".jp-Cell .jp-OutputArea-output.jupyter-widgets")){if(!s.textContent.startsWith(Lc))continue;
let o=s.closest("[data-windowed-list-index]"),i=o&&e?.get(Number(o.dataset.windowedListIndex))?.outputs;for(let r=0;r<
(i?.length??0);r++){let a=i.get(r).toJSON();n.has_model(a.data?.[Ec]?.model_id)&&i.set(r,a)}}}async function Ic(n){
let{context:t}=n;if(!t?.model?.dirty)return;let e={type:"notebook",format:"json",content:!0},s=await t._manager?.
contents?.get(t.path,e).catch(()=>null);if(!s?.content||!n.context?.model)return;let o=t.model.toJSON(),i={[Sc]:n.
get_state_sync({drop_defaults:!0})},r={...o,metadata:{...o.metadata,widgets:i}};Mr(r)===Mr(s.content)&&(t.model.
dirty=!1)}function Mr(n){return JSON.stringify(n,(e,s)=>{if(e!=="trusted")return Object.prototype.toString.call(
s)!=="[object Object]"?s:Object.fromEntries(Object.entries(s).sort(([o],[i])=>o<i?-1:1))})}function $c(n,t,e){
let s=new Set,o=[JSON.stringify(t)];for(let a of o)for(let[,h]of a.matchAll(Oc))!(h in n)||s.has(h)||(s.add(h),
o.push(JSON.stringify(n[h].state)));let i=a=>String(n[a].state._anywidget_id).startsWith(kc),r=([a])=>s.has(a)||
!(e.has(a)||i(a));return Object.fromEntries(Object.entries(n).filter(r))}var $n=new Map;function _r(n,t,e){let s=new is;s.take(n.datasets),s.take(n.own_data);let o=t?new hs(s,e):null;
return o&&n.own_run.byteLength&&o.takeKept(n.own_run),{datasets:s,own:o}}function vr({model:n}){let{key:t,has_own_steps:e}=n.
get("options"),s={datasets:n.get("_datasets"),own_data:n.get("_own_data"),own_run:n.get("_own_run")},o=_r(s,e,
i=>n.send(i));return o.own&&n.on("msg:custom",o.own.hear.bind(o.own)),$n.set(t,o),Ar(n.widget_manager),()=>$n.
delete(t)}async function Nr({model:n,el:t}){let e=()=>Object.fromEntries(Ne.map(d=>[d,n.get(d)])),s={...n.get(
"options"),...n.get("view")},o=null,i=await xr(n,s.key,d=>o?.setKernel(!d)),r=$n.get(s.key),a=!1,h=d=>{a=!0;for(let[
m,w]of Object.entries(d))n.set(m,w);a=!1,i.ask(),i.isGone()||n.save_changes()},l="",c=new ce(s,e(),r,{onchoice:h,
onview:d=>{JSON.stringify(d)!==l&&h({view:JSON.parse(l=JSON.stringify(d))})}});o=c,l=JSON.stringify(c.view),s.
problem&&(c.layout.problem.textContent=s.problem);let f=0,u=()=>{a||(clearTimeout(f),f=window.setTimeout(()=>c.
adopt(e()),0))};for(let d of Ne)n.on(`change:${d}`,u);t.classList.add("emx-host"),t.append(c.element),c.surroundings.
resize(),c.setKernel(!i.isGone()),c.element.addEventListener("focusin",i.ask);let p=Fc(n,r.datasets,c);return()=>{
i.stop(),p(),clearTimeout(f);for(let d of Ne)n.off(`change:${d}`,u);c.close()}}function Fc(n,t,e){if(!t.isPart)
return()=>{};let s=Math.random().toString(36).slice(2),o=(i,r)=>{i?.request===s&&(t.take(r[0]),e.showing.forget())};
n.on("msg:custom",o);try{n.send({client:"",request:s,what:"data"})}catch{}return()=>n.off("msg:custom",o)}function Or({
options:n,config:t,blocks:e},s){let o=Object.fromEntries(Object.entries(e).map(([a,h])=>[a,Oi(h)])),i=_r(o,n.has_own_steps,
null),r=new ce(n,t,i);return s.append(r.element),r.surroundings.resize(),r.setKernel(!1),r}var Cc=40;function kr(){let n=new Wt(s=>self.postMessage(s)),t=0;function e(){n.work(Cc),t=n.isIdle?0:setTimeout(
e)}self.onmessage=({data:s})=>{n.take(s),!t&&!n.isIdle&&(t=setTimeout(e))}}var Rc={initialize:vr,render:Nr};
return module.exports}
const{default:all,open}=theBundle(module);
export{all as default,open};
